package org.vigie.lab.verify.stream;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.vigie.advert.Contact;
import org.vigie.advert.NetworkProfile;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.search.AdvertIndex;
import org.vigie.search.document.RecordJson;

/**
 * All that a run has found, to the last letter, so that two runs can be held against one another.
 *
 * @param byKind such as {@code alerts} → each of them as JSON
 */
public record StreamFindings(Map<String, Set<String>> byKind) {
  private static final int ALL = 1_000_000;
  private static final String DEAD_LETTERS = "dead letters";
  private static final String ESCALATIONS = "escalations";

  /** Reads what a workspace holds. */
  public static StreamFindings in(Workspace workspace) throws IOException {
    Map<String, Set<String>> found = new TreeMap<>();
    Set<String> adverts = kind(found, "adverts");
    Set<String> contacts = kind(found, "contacts");
    try (AdvertIndex index = AdvertIndex.open(workspace.index())) {
      Set<String> keys = new TreeSet<>();
      index.forEachAdvert(
          "",
          hit -> {
            adverts.add(
                RecordJson.write(hit.advert())
                    + " in "
                    + hit.cluster().id()
                    + " seen "
                    + hit.timesSeen());
            hit.advert().contacts().stream().map(Contact::key).forEach(keys::add);
          });
      for (String key : keys) {
        contacts.add(
            key
                + index.findContact(key).map(RecordJson::write)
                + index.findContactCut(key).map(RecordJson::write)
                + index.findNetworkOf(key).map(NetworkProfile::id));
      }
      addAll(index.clusters(2, ALL), kind(found, "clusters"));
      addAll(index.alerts(ALL), kind(found, "alerts"));
      addAll(index.networks(ALL), kind(found, "networks"));
      addAll(index.memberships(), kind(found, "memberships"));
    }
    kind(found, DEAD_LETTERS).addAll(lines(workspace.deadLetters()));
    kind(found, ESCALATIONS).addAll(lines(workspace.escalations()));
    return new StreamFindings(found);
  }

  /** Returns what the index alone holds, without what is written to files beside it. */
  StreamFindings ofTheIndex() {
    Map<String, Set<String>> kinds = new TreeMap<>(byKind);
    kinds.remove(DEAD_LETTERS);
    kinds.remove(ESCALATIONS);
    return new StreamFindings(kinds);
  }

  /** Tells of each kind in which another run found something else, in one line. */
  void eachDifference(StreamFindings other, Consumer<String> onDifference) {
    byKind.forEach((kind, expected) -> {
      Set<String> found = other.byKind.getOrDefault(kind, Set.of());
      Set<String> lost = new TreeSet<>(expected);
      lost.removeAll(found);
      Set<String> more = new TreeSet<>(found);
      more.removeAll(expected);
      if (!lost.isEmpty() || !more.isEmpty()) {
        onDifference.accept(
            "%s: %d missing, %d that must not be".formatted(kind, lost.size(), more.size()));
      }
    });
  }

  int size(String kind) {
    return byKind.getOrDefault(kind, Set.of()).size();
  }

  private static Set<String> kind(Map<String, Set<String>> found, String kind) {
    return found.computeIfAbsent(kind, unused -> new TreeSet<>());
  }

  private static void addAll(List<?> records, Set<String> lines) {
    records.forEach(record -> lines.add(RecordJson.write(record)));
  }

  /** Numbers lines, so that one that stands there twice is seen. */
  private static Set<String> lines(Path file) throws IOException {
    Map<String, Integer> times = new TreeMap<>();
    if (Files.exists(file)) {
      Files.readAllLines(file).forEach(line -> times.merge(line, 1, Integer::sum));
    }
    Set<String> lines = new TreeSet<>();
    times.forEach((line, count) -> lines.add(count + " times " + line));
    return lines;
  }
}
