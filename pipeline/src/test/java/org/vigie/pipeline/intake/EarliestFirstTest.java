package org.vigie.pipeline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Mandate;
import org.vigie.pipeline.workspace.Workspace;

class EarliestFirstTest {
  private static final Instant ACCEPTED = Instant.parse("2026-02-01T00:00:00Z");

  private static final Mandate MANDATE =
      new Mandate("unit", "law", "test", "case", "chief", ACCEPTED.plusSeconds(60));

  @TempDir Path folder;

  @Test
  void handsOutTheInputsThatBeginEarliestFirst() throws IOException {
    List<String> expected = new ArrayList<>();
    expected.add(accept("{'text':'a','posted':'2025-12-09'}\n{'text':'b','posted':'2024-05-01'}"));
    expected.add(accept("{'text':'no time'}\n{'text':'c','posted':'2025-03-01'}"));
    expected.add(accept("{'text':'d','posted':'2025-11-30'}"));
    expected.add(accept("no line that can be read"));
    expected.add(accept("{'text':'e','posted':'2026-07-01'}"));
    // An advert can't have been posted after it was seen.
    expected.subList(3, 5).sort(null);

    String inbox = new Workspace(folder).inbox().toString();
    EarliestFirst waiting =
        new EarliestFirst(
            inbox,
            new InboxSplits(inbox, Clock.systemUTC())
                .enumerateSplits(new org.apache.flink.core.fs.Path[0], 1));

    assertThat(waiting.remainingSplits()).hasSize(5);
    EarliestFirst restored = new EarliestFirst(inbox, waiting.remainingSplits());
    assertThat(handedOut(restored)).isEqualTo(expected);
    assertThat(handedOut(waiting)).isEqualTo(expected);
    assertThat(waiting.remainingSplits()).isEmpty();
  }

  private static List<String> handedOut(EarliestFirst waiting) {
    List<String> names = new ArrayList<>();
    for (Optional<FileSourceSplit> next = waiting.getNext(null);
        next.isPresent();
        next = waiting.getNext(null)) {
      names.add(next.get().path().getName());
    }
    return names;
  }

  private String accept(String lines) throws IOException {
    Path file = Files.writeString(folder.resolve("in.jsonl"), lines.replace('\'', '"'));
    InputManifest input =
        new Inbox(new Workspace(folder), Clock.fixed(ACCEPTED, ZoneOffset.UTC))
            .accept(file, InputFormat.JSONL, Map.of(), MANDATE);
    return input.id() + ".json";
  }
}
