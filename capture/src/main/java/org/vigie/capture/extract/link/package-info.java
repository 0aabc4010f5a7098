/**
 * Links worth following: those of a parsed page or of plain tags, the next page of a list, and
 * where a link that passes through a counter leads.
 */
@NullMarked
package org.vigie.capture.extract.link;

import org.jspecify.annotations.NullMarked;
