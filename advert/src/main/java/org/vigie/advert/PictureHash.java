package org.vigie.advert;

/**
 * The exact hash of a picture that a crawl fetched and didn't keep.
 *
 * @param address {@code sha256:} and 64 hexadecimal digits of its address, as adverts name it in
 *     their field {@code context.images}
 * @param digest the same of the picture itself
 */
public record PictureHash(String address, String digest) {}
