package org.vigie.advert;

/**
 * Something that could not be read, kept with the reason and its place.
 *
 * @param container file it was found in
 * @param position line from 1, or offset of the WARC record in bytes
 * @param kind short name of what went wrong, such as {@code not-json}
 * @param reason what must hold and what was found, without advert text
 * @param raw the first {@link #MAX_RAW} characters as they stood
 */
public record DeadLetter(String container, long position, String kind, String reason, String raw) {
  /** Enough to recognise a line by; the input itself stays where it is. */
  public static final int MAX_RAW = 2_000;

  public DeadLetter {
    raw = raw.length() <= MAX_RAW ? raw : raw.substring(0, MAX_RAW);
  }
}
