// axe_en.test.mjs - axe on a page of every kind in English
import { look } from './axe.mjs';

await look('en');
