package org.vigie.exchange.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Provenance;
import org.vigie.capture.warc.WarcEntry;
import org.vigie.capture.warc.WarcReader;
import org.vigie.capture.warc.WarcSlice;
import org.vigie.exchange.bag.Bag;
import org.vigie.exchange.evidence.PackedCapture.Fate;
import org.vigie.files.digest.Sha256;
import org.vigie.files.failure.UserError;

/** The captures of a package: a slice of each WARC that holds some of them. */
final class CaptureFiles {
  private final Path captures;
  private final WithheldCaptures withheld;

  /**
   * Reads from a folder of WARC files.
   *
   * @param withheld what is left there
   */
  CaptureFiles(Path captures, WithheldCaptures withheld) {
    this.captures = captures;
    this.withheld = withheld;
  }

  /** Puts the captures of adverts into a bag; returns what became of each, by advert id. */
  Map<String, PackedCapture> into(Bag bag, Iterable<EvidenceItem> items) throws IOException {
    Map<String, PackedCapture> packed = new LinkedHashMap<>();
    SortedMap<String, SortedMap<Long, String>> wanted = new TreeMap<>();
    for (EvidenceItem item : items) {
      Fate fate = fate(item);
      Provenance provenance = item.advert().advert().provenance();
      packed.put(item.id(), PackedCapture.none(fate));
      if (fate == Fate.PACKED && provenance != null) {
        wanted
            .computeIfAbsent(provenance.container(), container -> new TreeMap<>())
            .put(provenance.position(), provenance.payloadDigest());
      }
    }
    Map<CapturePlace, PackedCapture> files = write(bag, wanted);
    for (EvidenceItem item : items) {
      Provenance provenance = item.advert().advert().provenance();
      if (fate(item) == Fate.PACKED && provenance != null) {
        packed.put(
            item.id(),
            files.getOrDefault(CapturePlace.of(provenance), PackedCapture.none(Fate.NOT_THERE)));
      }
    }
    return packed;
  }

  private Fate fate(EvidenceItem item) {
    Provenance provenance = item.advert().advert().provenance();
    if (provenance == null || !isWarc(provenance.container())) {
      return Fate.NEVER_CAPTURED;
    }
    if (withheld.holds(provenance)) {
      return Fate.WITHHELD;
    }
    return Files.isRegularFile(file(provenance.container())) ? Fate.PACKED : Fate.NOT_THERE;
  }

  private static boolean isWarc(String container) {
    return container.endsWith(".warc") || container.endsWith(".warc.gz");
  }

  /** A container is a name in the folder, not a way out of it. */
  private Path file(String container) {
    return captures.resolve(Path.of(container).getFileName());
  }

  private Map<CapturePlace, PackedCapture> write(
      Bag bag, SortedMap<String, SortedMap<Long, String>> wanted) throws IOException {
    Map<CapturePlace, PackedCapture> files = new LinkedHashMap<>();
    int number = 0;
    for (Map.Entry<String, SortedMap<Long, String>> container : wanted.entrySet()) {
      Path warc = file(container.getKey());
      String ending = WarcSlice.staysCompressed(warc) ? ".warc.gz" : ".warc";
      String name = "captures/slice-" + ++number + ending;
      Path out = bag.payload(name);
      Map<Long, String> found = WarcSlice.copy(warc, container.getValue(), out);
      requireUndamaged(warc, container.getValue().keySet(), found.keySet());
      if (!found.isEmpty()) {
        requireNothingWithheld(out);
        String digest = Sha256.hex(out);
        long bytes = Files.size(out);
        found.forEach((at, software) ->
            files.put(
                new CapturePlace(container.getKey(), at),
                new PackedCapture(Fate.PACKED, name, digest, bytes, software)));
      }
    }
    return files;
  }

  /**
   * Requires that nothing is damaged that may belong to a chosen capture: requests and metadata
   * stand beside it. A chosen one that isn't where it was may be another file's of the same name;
   * in a damaged file it may be what was damaged.
   */
  private static void requireUndamaged(Path warc, Set<Long> wanted, Set<Long> found)
      throws IOException {
    WarcEntry.@Nullable Unreadable before = null;
    boolean isAfterChosen = false;
    try (WarcReader reader = WarcReader.open(warc)) {
      for (WarcEntry entry = reader.next(); entry != null; entry = reader.next()) {
        if (entry instanceof WarcEntry.Unreadable bad) {
          before = bad;
          if (isAfterChosen || !found.containsAll(wanted)) {
            throw damaged(warc.getFileName() + " at " + bad.position(), bad);
          }
        } else if (entry instanceof WarcEntry.Captured captured) {
          isAfterChosen = found.contains(captured.capture().offset());
          if (isAfterChosen && before != null) {
            throw damaged(warc.getFileName() + " at " + before.position(), before);
          }
          before = null;
        }
      }
    }
  }

  private static UserError damaged(String where, WarcEntry.Unreadable bad) {
    return UserError.ofInput(
        "the captures of a package must be as they were written, but %s isn't (%s): run ./vigie check, and take captures of a backup"
            .formatted(where, bad.kind()));
  }

  /** What was chosen by places is looked at once more: a file may say of itself what isn't so. */
  private void requireNothingWithheld(Path slice) throws IOException {
    try (WarcReader reader = WarcReader.open(slice)) {
      for (WarcEntry entry = reader.next(); entry != null; entry = reader.next()) {
        if (entry instanceof WarcEntry.Unreadable bad) {
          throw damaged("a record that goes with one", bad);
        }
        String digest =
            switch (entry) {
              case WarcEntry.Captured captured -> captured.capture().payloadDigest();
              case WarcEntry.Part part -> part.capture().payloadDigest();
              case WarcEntry.Unchanged unchanged -> unchanged.capture().payloadDigest();
              default -> "";
            };
        if (withheld.digests().contains(digest)) {
          throw UserError.ofInput(
              "a package must hold no page that also holds what must not leave, but a record of"
                  + " the captures that were chosen is such a page: "
                  + digest);
        }
      }
    }
  }
}
