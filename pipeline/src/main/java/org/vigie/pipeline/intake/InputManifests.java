package org.vigie.pipeline.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.ContentId;
import org.vigie.capture.extract.site.SiteTemplates;
import org.vigie.files.digest.Sha256;

/** The manifests of accepted inputs: a file each in a folder, durable once it is written. */
final class InputManifests {
  private static final String SUFFIX = ".json";

  /** Entries from which it is told when an input begins: more than one, since some tell no time. */
  private static final int FIRST_ENTRIES = 32;

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private final Path folder;

  InputManifests(Path folder) {
    this.folder = folder;
  }

  /** Returns every accepted input, in order of ids. */
  List<InputManifest> all() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<InputManifest> manifests = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(InputManifests::isManifest).sorted().toList()) {
        manifests.add(read(file));
      }
    }
    return manifests;
  }

  /** Returns how many inputs were accepted into a folder. */
  static long countIn(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(InputManifests::isManifest).count();
    }
  }

  /** Returns whether a file of a folder is a manifest. */
  static boolean isManifest(Path file) {
    return String.valueOf(file.getFileName()).endsWith(SUFFIX);
  }

  /** Reads a manifest. */
  static InputManifest read(Path manifest) throws IOException {
    InputManifest input = JSON.readValue(manifest.toFile(), InputManifest.class);
    Path root = manifest.resolveSibling("").resolveSibling("");
    return input.at(root.resolve(input.path()).toString());
  }

  /** Returns the manifest of an input, which is made if there was none. */
  InputManifest accept(
      Path path, String name, InputManifest.Layout layout, InputManifest.Acceptance acceptance)
      throws IOException {
    return accept(path, name, layout, acceptance, null);
  }

  /**
   * Returns the manifest of an input that was made of a file.
   *
   * @param from absolute path of that file; null if of none
   */
  InputManifest accept(
      Path path,
      String name,
      InputManifest.Layout layout,
      InputManifest.Acceptance acceptance,
      @Nullable String from)
      throws IOException {
    String mapping = new TreeMap<>(layout.mapping()).toString();
    String id = ContentId.of("i-", digest(path), layout.format().name(), mapping);
    Path manifest = folder.resolve(id + SUFFIX);
    if (Files.exists(manifest)) {
      return read(manifest);
    }
    InputManifest input =
        new InputManifest(id, path.toString(), name, Files.size(path), layout, acceptance);
    InputManifest dated = input.madeOf(from).beginning(begins(input));
    write(dated);
    return dated;
  }

  /** Writes a manifest in the place of that which has its id. */
  void write(InputManifest input) throws IOException {
    Path root = folder.resolveSibling("");
    Path path = Path.of(input.path());
    Files.createDirectories(folder);
    Path part = folder.resolve(input.id() + ".part");
    JSON.writeValue(
        part.toFile(), path.startsWith(root) ? input.at(root.relativize(path).toString()) : input);
    Spool.sync(part);
    Files.move(part, folder.resolve(input.id() + SUFFIX), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Removes a manifest, if it is there. */
  void delete(String id) throws IOException {
    Files.deleteIfExists(folder.resolve(id + SUFFIX));
  }

  /**
   * Returns the earliest time that the first entries of an input tell; null if none tells one. So a
   * wrong CSV header is met now, where a person can mend it, and not in the middle of a run.
   */
  private static @Nullable Instant begins(InputManifest input) throws IOException {
    Instant earliest = null;
    try (EntryReader reader = EntryReader.open(input, SiteTemplates.none())) {
      for (int entry = 0; entry < FIRST_ENTRIES; entry++) {
        List<Intake> things = reader.next();
        if (things == null) {
          break;
        }
        for (Intake thing : things) {
          Instant time = thing.time();
          earliest =
              time == null || (earliest != null && earliest.isBefore(time)) ? earliest : time;
        }
      }
    }
    return earliest;
  }

  /** Returns the SHA-256 of a file in hexadecimal digits, however long it is. */
  static String digest(Path file) throws IOException {
    MessageDigest sha256 = Sha256.digester();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), sha256)) {
      byte[] buffer = new byte[1 << 16];
      while (in.read(buffer) >= 0) {
        // the stream digests what passes
      }
    }
    return HexFormat.of().formatHex(sha256.digest());
  }
}
