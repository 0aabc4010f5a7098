/**
 * Pages for people and archives: PDF/A-2u, written from HTML of ours without asking for anything.
 */
@NullMarked
package org.vigie.exchange.pdf;

import org.jspecify.annotations.NullMarked;
