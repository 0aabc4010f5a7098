package org.vigie.lab.verify.surfaces;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.advert.Capture;
import org.vigie.capture.extract.AdvertExtractor;
import org.vigie.capture.extract.page.Extraction;
import org.vigie.capture.file.FileKind;
import org.vigie.capture.file.FileSource;

/** A folder of frozen pages and answers with an {@code expected.json} that says what is in them. */
public final class FrozenPages {
  private static final Instant FETCHED = Instant.parse("2026-09-01T12:00:00Z");

  private final Path folder;
  private final AdvertExtractor extractor;

  /**
   * @param folder with {@code expected.json}, file → what a right reader returns
   */
  public FrozenPages(Path folder, AdvertExtractor extractor) {
    this.folder = folder;
    this.extractor = extractor;
  }

  /** Returns file → score, in order of names. */
  Map<String, PageScore> files() throws IOException {
    JsonNode expected = new ObjectMapper().readTree(folder.resolve("expected.json").toFile());
    Map<String, PageScore> scores = new TreeMap<>();
    for (Map.Entry<String, JsonNode> page : expected.properties()) {
      scores.put(page.getKey(), score(page.getKey(), page.getValue()));
    }
    return scores;
  }

  /** Returns surface → score, a surface being the folder that a file lies in. */
  static Map<String, PageScore> surfaces(Map<String, PageScore> files) {
    Map<String, PageScore> surfaces = new LinkedHashMap<>();
    files.forEach((file, score) ->
        surfaces.merge(file.substring(0, Math.max(0, file.indexOf('/'))), score, PageScore::plus));
    return surfaces;
  }

  private PageScore score(String file, JsonNode page) throws IOException {
    byte[] bytes = Files.readAllBytes(folder.resolve(file));
    if (file.endsWith(".csv")) { // no page, but a list as people hand it in
      CollectedFile list = new CollectedFile();
      FileKind.TABLE.read(new FileSource(file, bytes, Map.of(), 0), list);
      return PageScore.of(
          ExpectedPost.of(page), list.rowAdverts(), String.join(" ", list.unread()));
    }
    String url = page.path("url").asText("https://example.org/" + file);
    Extraction extraction = extractor.extract(capture(url, file), bytes);
    return PageScore.of(
        ExpectedPost.of(page),
        List.copyOf(extraction.adverts()),
        extraction.failure() + extraction.unread());
  }

  /** A saved page has no headers; its name tells whether it was an answer. */
  private static Capture capture(String url, String file) {
    String type =
        file.endsWith(".json")
            ? "application/json"
            : file.endsWith(".xml") ? "application/xml" : "text/html";
    return new Capture(
        url, FETCHED, 200, Map.of("content-type", type), "sha256:00", "frozen", 0, "m-0");
  }
}
