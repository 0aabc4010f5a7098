package org.vigie.cli.command.crawl;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.vigie.files.failure.UserError;

/** The addresses that a crawl starts from. */
final class Seeds {
  private Seeds() {}

  /**
   * Returns the addresses that words name.
   *
   * @throws UserError if there is none, or one is no public web address
   */
  static List<URI> parse(List<String> words) {
    List<URI> seeds =
        words.stream()
            .map(String::strip)
            .filter(word -> !word.isEmpty() && !word.startsWith("#"))
            .map(Seeds::parse)
            .distinct()
            .toList();
    if (seeds.isEmpty()) {
      throw UserError.ofUsage(
          "a crawl needs a seed, but none is given; type --seed URL or --seeds FILE");
    }
    return seeds;
  }

  private static URI parse(String word) {
    try {
      URI uri = new URI(word);
      boolean web =
          "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
      if (web && uri.getHost() != null && uri.getRawUserInfo() == null) {
        return uri;
      }
      throw mustBeAddress(word);
    } catch (URISyntaxException e) {
      throw mustBeAddress(word);
    }
  }

  private static UserError mustBeAddress(String word) {
    return UserError.ofUsage(
        "a seed must be an address such as https://example.org/ without a login, but was '"
            + word
            + "'");
  }
}
