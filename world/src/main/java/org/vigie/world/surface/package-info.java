/**
 * One planted campaign on surfaces that aren't pages of text: a site that only scripts fill,
 * pictures, codes, exports of chats and spreadsheets.
 */
@NullMarked
package org.vigie.world.surface;

import org.jspecify.annotations.NullMarked;
