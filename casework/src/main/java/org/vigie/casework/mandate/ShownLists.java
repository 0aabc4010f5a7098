package org.vigie.casework.mandate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.vigie.advert.Finding;
import org.vigie.files.digest.Sha256;
import org.vigie.files.owner.OwnerOnly;

/**
 * The lists of ids that lines of the audit log name by their hashes, since they are too long to
 * stand in them: a file each, one id a line, in order.
 *
 * @param folder where they lie
 */
record ShownLists(Path folder) {
  /** A page of a list shows as many. */
  private static final int MOST_IN_LINE = 25;

  private static final String ENDING = ".ids";

  private static final Pattern HASH = Pattern.compile("sha256:[0-9a-f]{64}");

  /** Returns the lists beside a log. */
  static ShownLists beside(Path log) {
    return new ShownLists(log.resolveSibling("shown"));
  }

  /** Returns what a line says of ids: themselves, or the hash of a list that is kept. */
  String say(ShownIds shown) throws IOException {
    if (shown.ids().size() <= MOST_IN_LINE) {
      return String.join(" ", shown.ids());
    }
    String text = String.join("\n", shown.ids()) + "\n";
    String hash = Sha256.of(text);
    Path file = file(hash);
    if (!Files.exists(file)) {
      Path part = folder.resolve(UUID.randomUUID() + ".part");
      Files.writeString(OwnerOnly.file(part), text);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }
    return hash;
  }

  /** Returns whether what a line says of ids names one. */
  boolean has(String said, String id) throws IOException {
    if (!isHash(said)) {
      return List.of(said.split(" ", -1)).contains(id);
    }
    return Files.exists(file(said)) && lines(file(said)).contains(id);
  }

  /** Returns whether a line names a list that isn't there. */
  boolean isLost(String said) {
    return isHash(said) && !Files.exists(file(said));
  }

  /** Ids are ASCII; a byte that isn't must not hide those round it. */
  private static List<String> lines(Path list) throws IOException {
    return Files.readAllLines(list, StandardCharsets.ISO_8859_1);
  }

  /** Returns the hashes, in hexadecimal digits, of the lists that hold one of some ids. */
  Set<String> holding(Set<String> ids) throws IOException {
    Set<String> holding = new HashSet<>();
    if (ids.stream().allMatch(id -> ShownIds.in(id).isEmpty()) || !Files.isDirectory(folder)) {
      return holding;
    }
    try (DirectoryStream<Path> lists = Files.newDirectoryStream(folder, "*" + ENDING)) {
      for (Path list : lists) {
        if (!Collections.disjoint(lines(list), ids)) {
          holding.add(String.valueOf(list.getFileName()).replace(ENDING, ""));
        }
      }
    }
    return holding;
  }

  /** Returns what is wrong with the list that a line names, if it names one. */
  Optional<Finding> problem(String said) throws IOException {
    if (!isHash(said)) {
      return Optional.empty();
    }
    if (!Files.exists(file(said))) {
      return Optional.of(
          Finding.of("shown-list-missing").with("list", said).with("folder", folder.toString()));
    }
    return Sha256.of(file(said)).equals(said)
        ? Optional.empty()
        : Optional.of(Finding.of("shown-list-changed").with("list", said));
  }

  private static boolean isHash(String said) {
    return HASH.matcher(said).matches();
  }

  private Path file(String hash) {
    return folder.resolve(hash.substring("sha256:".length()) + ENDING);
  }
}
