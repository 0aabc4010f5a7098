/**
 * Templates that a person writes for one site: which of its pages are adverts, and selectors that
 * say what stands where.
 */
@NullMarked
package org.vigie.capture.extract.site;

import org.jspecify.annotations.NullMarked;
