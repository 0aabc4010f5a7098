/** The offer checker: one page that says what to look out for in a job offer, and whom to call. */
@NullMarked
package org.vigie.web.offer;

import org.jspecify.annotations.NullMarked;
