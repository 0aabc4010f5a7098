package org.vigie.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Observation;
import org.vigie.advert.Sighting;
import org.vigie.search.AdvertIndex;

/** Adverts that a file lists again with other text. */
class EditedAdvertTest {
  @TempDir private Path folder;

  private static final List<String> LINES =
      List.of(
          line("job-1", "", "05", "Kitchen help wanted in the old town, wage 12 an hour."),
          line("job-1", "", "07", "Kitchen help wanted in the old town, wage 14 an hour."),
          line("job-1", "", "09", "Kitchen help wanted in the old town, wage 9 an hour."),
          line("job-1", "", "06", "Kitchen help wanted in the old town, wage 14 an hour."),
          line("", "https://example.org/offer/2", "05", "A room to let, quiet and bright."),
          line("", "https://example.org/offer/2", "08", "A room to let, quiet, bright and new."),
          line("", "https://example.org/offer/3", "05", "A bicycle for sale, hardly used."),
          line("job-4", "", "05", "A bicycle for sale, hardly used, with a bell."));

  @Test
  void keepsEachTextOfAnAdvertAsAVersionWhateverTheOrder() throws Exception {
    SortedMap<String, List<String>> inOrder = changes(new TestRun(folder.resolve("a")), LINES);
    List<String> shuffled = new ArrayList<>(LINES);
    Collections.shuffle(shuffled, new Random(1));

    assertThat(inOrder)
        .isEqualTo(changes(new TestRun(folder.resolve("b")), shuffled))
        .containsExactlyInAnyOrderEntriesOf(
            java.util.Map.of(
                "wage 12 an hour.", List.of("2026-01-06 edited-into: wage 14 an hour."),
                "wage 14 an hour.",
                    List.of(
                        "2026-01-06 edited-from: wage 12 an hour.",
                        "2026-01-09 edited-into: wage 9 an hour."),
                "wage 9 an hour.", List.of("2026-01-09 edited-from: wage 14 an hour."),
                "quiet and bright.", List.of("2026-01-08 edited-into: quiet, bright and new."),
                "quiet, bright and new.", List.of("2026-01-08 edited-from: quiet and bright.")));
  }

  /** Returns the end of each text that has changes → what changed, read from the index. */
  private static SortedMap<String, List<String>> changes(TestRun run, List<String> lines)
      throws Exception {
    for (int half = 0; half < 2; half++) {
      int middle = lines.size() / 2;
      List<String> part =
          half == 0 ? lines.subList(0, middle) : lines.subList(middle, lines.size());
      run.accept("part" + half + ".jsonl", String.join("", part));
      run.run(2);
    }
    SortedMap<String, List<String>> changes = new TreeMap<>();
    try (AdvertIndex index = AdvertIndex.open(run.workspace().index())) {
      for (var hit : run.adverts(index)) {
        Sighting history = index.findHistory(hit.advert().advert().id()).orElseThrow();
        List<String> told = new ArrayList<>();
        for (Observation change : history.changes()) {
          String other = index.findAdvert(change.detail()).orElseThrow().advert().body();
          told.add(
              change.at().toString().substring(0, 10)
                  + " "
                  + change.kind().label()
                  + ": "
                  + end(other));
        }
        if (!told.isEmpty()) {
          changes.put(end(hit.advert().advert().body()), told);
        }
      }
    }
    return changes;
  }

  private static String end(String text) {
    return text.substring(text.indexOf(", ") + 2);
  }

  private static String line(String id, String url, String day, String text) {
    return "{\"id\":\"%s\",\"url\":\"%s\",\"site\":\"example.org\",\"posted\":\"2026-01-%s\",\"text\":\"%s\"}%n"
        .formatted(id, url, day, text);
  }
}
