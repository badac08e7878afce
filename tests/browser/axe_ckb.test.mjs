// axe_ckb.test.mjs - axe on a page of every kind in Sorani
import { look } from './axe.mjs';

await look('ckb');
