/**
 * Pictures of adverts, read and not kept: a perceptual hash, codes and text. {@link
 * org.vigie.capture.picture.PictureReader} is the face; decoding runs in a process of its own.
 */
@NullMarked
package org.vigie.capture.picture;

import org.jspecify.annotations.NullMarked;
