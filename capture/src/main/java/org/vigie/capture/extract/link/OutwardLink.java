package org.vigie.capture.extract.link;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A link that leads out of a network by way of a page that warns or counts. */
public final class OutwardLink {
  private static final Pattern WARNED =
      Pattern.compile(
          "[?&](?:u|to|q|url|st\\.link)=(https?(?:%3A|:)[^&]+)", Pattern.CASE_INSENSITIVE);

  private OutwardLink() {}

  /** Returns the address behind the warning page, or the link itself if there is none. */
  public static String of(String link) {
    Matcher warned = WARNED.matcher(link);
    try {
      return warned.find() ? URLDecoder.decode(warned.group(1), StandardCharsets.UTF_8) : link;
    } catch (IllegalArgumentException e) {
      return link;
    }
  }
}
