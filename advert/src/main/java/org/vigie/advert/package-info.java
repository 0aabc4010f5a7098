/**
 * What an advert is and everything learned about one, as records.
 *
 * <p>Components are limited to strings, primitives, {@link java.time.Instant}, enums, lists, maps
 * and other public records, because those travel through Flink as POJOs, without Kryo. An absent
 * text is the empty string; an absent instant or record is {@code null} and marked
 * {@code @Nullable}.
 *
 * <p>More than 40 files: all rooms share these values, and their class names are part of saved
 * state.
 */
@NullMarked
package org.vigie.advert;

import org.jspecify.annotations.NullMarked;
