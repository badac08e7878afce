// axe_ar.test.mjs - axe on a page of every kind in Arabic
import { look } from './axe.mjs';

await look('ar');
