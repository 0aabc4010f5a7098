package org.vigie.capture.picture;

/**
 * A code of bars or squares in a picture.
 *
 * @param format its kind, such as {@code QR_CODE}
 * @param text what it says
 */
public record PictureCode(String format, String text) {}
