package org.vigie.cli.command.crawl;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.capture.file.Bookmarks;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.seeds.SeedEntry;
import org.vigie.casework.seeds.SeedsFile;
import org.vigie.files.failure.UserError;
import org.vigie.text.safe.Words;

/** The addresses that a crawl starts from. */
final class Seeds {
  private Seeds() {}

  /**
   * Returns the seeds of a command line and those of its file, each address once.
   *
   * @param typed addresses of the command line
   * @param file YAML file of seeds, a browser's bookmarks or a list of addresses; or null
   * @throws UserError if there is none, or one is no public web address
   */
  static List<SeedEntry> entries(Environment environment, List<String> typed, @Nullable String file)
      throws IOException {
    List<String> words = new ArrayList<>(typed);
    Map<String, SeedEntry> entries = new LinkedHashMap<>();
    if (file != null) {
      Path path = environment.path(file);
      if (SeedsFile.is(path) && Files.exists(path)) {
        SeedsFile.read(path, file).forEach(entry -> entries.put(entry.url(), entry));
      } else if (Files.exists(path) && Bookmarks.is(Files.readAllBytes(path))) {
        words.addAll(pages(environment, Bookmarks.read(Files.readAllBytes(path))));
      } else {
        words.addAll(Files.readAllLines(path));
      }
    }
    if (entries.isEmpty() || !words.isEmpty()) {
      for (URI address : parse(words)) {
        SeedEntry entry = SeedEntry.of(address.toString());
        entries.putIfAbsent(entry.url(), entry);
      }
    }
    return List.copyOf(entries.values());
  }

  private static List<String> pages(Environment environment, Bookmarks bookmarks) {
    environment
        .err()
        .printf(
            "--seeds: taken for a browser's bookmarks, %s%s%n",
            Words.count(bookmarks.pages().size(), "address", "addresses"),
            bookmarks.others() == 0
                ? ""
                : "; %s passed over, since they lead to no web page"
                    .formatted(Words.number(bookmarks.others())));
    return bookmarks.pages();
  }

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
