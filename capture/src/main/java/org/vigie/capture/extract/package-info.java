/**
 * Captures to adverts and next links, without the network: {@link AdvertExtractor} asks the readers
 * of {@code post}, {@code offer}, {@code feed} and {@code site} in turn, whose ground is {@code
 * page}, {@code link} and {@code content}, and below them {@code markup}.
 */
@NullMarked
package org.vigie.capture.extract;

import org.jspecify.annotations.NullMarked;
