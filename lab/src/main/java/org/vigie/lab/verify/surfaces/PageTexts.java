package org.vigie.lab.verify.surfaces;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.lucene.analysis.charfilter.HTMLStripCharFilter;
import org.jsoup.Jsoup;
import org.vigie.advert.Advert;
import org.vigie.advert.Capture;
import org.vigie.capture.extract.AdvertExtractor;
import org.vigie.capture.extract.content.MainContent;
import org.vigie.capture.extract.page.Payload;

/**
 * How much of the text that people marked in real pages is read, beside what simpler readers take:
 * a folder for each type of page, with {@code NAME.html.gz} and {@code NAME.json}, whose {@code
 * ground_truth} has {@code main_content} (the layout of WCXB).
 */
public final class PageTexts {
  private static final String ENDING = ".html.gz";
  private static final Instant FETCHED = Instant.parse("2026-09-01T12:00:00Z");

  private final Path folder;
  private final AdvertExtractor extractor;

  public PageTexts(Path folder, AdvertExtractor extractor) {
    this.folder = folder;
    this.extractor = extractor;
  }

  /** What reads a page: its adverts one after another, its main text, and what others take. */
  private enum Peer {
    ADVERTS("all adverts"),
    MAIN("main text"),
    JSOUP("jsoup's text"),
    LUCENE("Lucene's HTML stripper");

    private final String words;

    Peer(String words) {
      this.words = words;
    }
  }

  /** Mean word F1 of each reader over so many pages, and how many gave no advert. */
  private static final class Sums {
    private final Map<Peer, Double> f1 = new EnumMap<>(Peer.class);
    private int pages;
    private int without;

    void add(Map<Peer, String> read, String truth) {
      WordCounts right = WordCounts.of(truth);
      read.forEach((peer, text) -> f1.merge(peer, right.f1(WordCounts.of(text)), Double::sum));
      pages++;
      without += read.getOrDefault(Peer.ADVERTS, "").isEmpty() ? 1 : 0;
    }

    void add(Sums other) {
      other.f1.forEach((peer, sum) -> f1.merge(peer, sum, Double::sum));
      pages += other.pages;
      without += other.without;
    }

    String row(String type) {
      return "| %s | %d | %s | %d |"
          .formatted(
              type,
              pages,
              Stream.of(Peer.values())
                  .map(peer ->
                      String.format(Locale.ROOT, "%.3f", f1.getOrDefault(peer, 0.0) / pages))
                  .collect(Collectors.joining(" | ")),
              without);
    }
  }

  /** Returns a row for each type of page, with the mean over all pages. */
  List<String> lines() throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(
        "| word F1 of the marked text | pages | %s | no advert |"
            .formatted(
                Stream.of(Peer.values())
                    .map(peer -> peer.words)
                    .collect(Collectors.joining(" | "))));
    lines.add("|---|---:|" + "---:|".repeat(Peer.values().length + 1));
    Sums all = new Sums();
    for (Path type : sorted(folder)) {
      Sums sums = sums(type);
      if (sums.pages > 0) {
        lines.add(sums.row(String.valueOf(type.getFileName())));
        all.add(sums);
      }
    }
    lines.add(all.row("all"));
    lines.add(
        "| aim: all; forum | | ≥ 0.800; 0.890 | " + "| ".repeat(Peer.values().length - 1) + "0 |");
    return lines;
  }

  private Sums sums(Path type) throws IOException {
    Sums sums = new Sums();
    for (Path file : sorted(type)) {
      String name = String.valueOf(file.getFileName());
      if (!name.endsWith(ENDING)) {
        continue;
      }
      Path label = type.resolve(name.replace(ENDING, ".json"));
      JsonNode page = new ObjectMapper().readTree(label.toFile());
      String truth = page.path("ground_truth").path("main_content").asText("");
      if (!truth.isBlank()) {
        sums.add(read(page.path("url").asText(), unpacked(file)), truth);
      }
    }
    return sums;
  }

  private Map<Peer, String> read(String url, byte[] page) throws IOException {
    Map<Peer, String> read = new EnumMap<>(Peer.class);
    Capture capture =
        new Capture(
            url,
            FETCHED,
            200,
            Map.of("content-type", "text/html"),
            "sha256:00",
            "frozen",
            0,
            "m-0");
    read.put(
        Peer.ADVERTS,
        extractor.extract(capture, page).adverts().stream()
            .map(Advert::text)
            .collect(Collectors.joining("\n")));
    read.put(Peer.MAIN, MainContent.of(Payload.of(capture, page).page()));
    read.put(Peer.JSOUP, Jsoup.parse(new ByteArrayInputStream(page), null, url).body().text());
    read.put(Peer.LUCENE, stripped(new String(page, StandardCharsets.UTF_8)));
    return read;
  }

  private static String stripped(String html) throws IOException {
    try (Reader text = new HTMLStripCharFilter(new StringReader(html))) {
      StringBuilder all = new StringBuilder();
      char[] part = new char[8_192];
      for (int read = text.read(part); read >= 0; read = text.read(part)) {
        all.append(part, 0, read);
      }
      return all.toString();
    }
  }

  private static byte[] unpacked(Path file) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return in.readAllBytes();
    }
  }

  private static List<Path> sorted(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
