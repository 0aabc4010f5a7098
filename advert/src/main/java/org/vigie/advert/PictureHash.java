package org.vigie.advert;

import java.time.Instant;

/**
 * The exact hash of a picture that a crawl fetched and didn't keep.
 *
 * @param address {@code sha256:} and 64 hexadecimal digits of its address, as adverts name it in
 *     their field {@code context.images}
 * @param digest the same of the picture itself
 * @param at when it was fetched
 */
public record PictureHash(String address, String digest, Instant at) {}
