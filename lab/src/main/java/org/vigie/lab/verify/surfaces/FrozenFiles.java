package org.vigie.lab.verify.surfaces;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.vigie.capture.file.FileKind;
import org.vigie.capture.file.FileSource;
import org.vigie.capture.warc.WarcEntry;
import org.vigie.capture.warc.WarcReader;

/** A folder of files that people have, with an {@code expected.json} of what is in some. */
public final class FrozenFiles {
  private final Path folder;

  public FrozenFiles(Path folder) {
    this.folder = folder;
  }

  /**
   * What was read of one file.
   *
   * @param kind what it was taken for, or empty
   * @param expected rows, messages, mails or pages that it holds; 0 if that isn't known
   * @param read how many adverts were read
   * @param unread why parts weren't read
   */
  record FileScore(String kind, int expected, int read, List<String> unread) {
    /** Returns whether all that is known to be in it was read. */
    boolean isRead() {
      return read > 0 && read >= expected;
    }

    /** Returns whether nothing was read, and it was said why. */
    boolean saysWhy() {
      return read == 0 && !unread.isEmpty();
    }
  }

  /** Returns file → score, in order of names. */
  Map<String, FileScore> files() throws IOException {
    JsonNode expected = new ObjectMapper().readTree(folder.resolve("expected.json").toFile());
    Map<String, FileScore> scores = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(folder, 2)) {
      for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
        String name = folder.relativize(file).toString();
        if (name.indexOf('/') > 0) {
          scores.put(name, score(file, expected.path(name)));
        }
      }
    }
    return scores;
  }

  private static FileScore score(Path file, JsonNode expected) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    String name = String.valueOf(file.getFileName());
    CollectedFile collected = new CollectedFile();
    if (name.contains(".warc")) {
      warc(file, collected);
      return score("WARC", expected, collected);
    }
    Optional<FileKind> kind = FileKind.recognise(name, bytes);
    if (kind.isPresent()) {
      try {
        kind.get().read(new FileSource(name, bytes, Map.of(), 0), collected);
      } catch (IOException e) {
        collected.unread("", "broken", String.valueOf(e.getMessage()));
      }
    }
    return score(kind.map(FileKind::words).orElse(""), expected, collected);
  }

  private static FileScore score(String kind, JsonNode expected, CollectedFile collected) {
    int told = expected.has("subject") ? 1 : 0;
    for (String part : new String[] {"rows", "messages", "mails"}) {
      told = Math.max(told, expected.path(part).asInt(0));
    }
    told = Math.max(told, expected.path("page").path("items").size());
    // Rows and messages without a word are none, and those that hold a picture alone say so.
    int blank = (int) collected.unread().stream().filter("no-text"::equals).count();
    blank += expected.path("media_omitted").asInt(0);
    int read = collected.rows().size() + collected.adverts().size();
    return new FileScore(kind, Math.max(0, told - blank), read, List.copyOf(collected.unread()));
  }

  private static void warc(Path file, CollectedFile collected) throws IOException {
    int captures = 0;
    try (WarcReader reader = WarcReader.open(file)) {
      for (WarcEntry entry = reader.next(); entry != null; entry = reader.next()) {
        switch (entry) {
          case WarcEntry.Captured captured -> {
            captures++;
            collected.page(
                captured.capture().url(),
                captured.capture().headers().getOrDefault("content-type", ""),
                captured.payload(),
                null);
          }
          case WarcEntry.Unreadable bad -> collected.unread("", bad.kind(), bad.reason());
          default -> {}
        }
      }
    }
    if (captures == 0) {
      collected.unread("", "no-captures", "an archive must hold answers, but holds none");
    }
  }
}
