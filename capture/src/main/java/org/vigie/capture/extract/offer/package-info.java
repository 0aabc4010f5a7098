/**
 * Readers of pages with offers: classified adverts, vacancies, lists of items, and plain pages
 * without declared data.
 */
@NullMarked
package org.vigie.capture.extract.offer;

import org.jspecify.annotations.NullMarked;
