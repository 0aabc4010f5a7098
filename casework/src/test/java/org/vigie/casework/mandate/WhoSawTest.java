package org.vigie.casework.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.ContentId;
import org.vigie.advert.Mandate;

class WhoSawTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Mandate MANDATE =
      new Mandate("a", "b", "c", "d", "e", Instant.parse("2027-01-01T00:00:00Z"));
  private static final List<String> MANY =
      IntStream.range(0, 400).mapToObj(i -> ContentId.of("a-", "" + i)).toList();

  @TempDir Path folder;
  private AuditLog log;
  private AuditTrail trail;

  @BeforeEach
  void begin() {
    AuditSeal seal = new AuditSeal(folder.resolve("key.pem"), folder.resolve("heads.jsonl"));
    log = new AuditLog(folder.resolve("audit.jsonl"), seal);
    trail = new AuditTrail(folder.resolve("audit.jsonl"), seal.heads(), seal.publicKey());
  }

  @Test
  void findsWhoWasShownAnAdvertAloneAndInALongList() throws Exception {
    show("ana", MANY.subList(0, 2));
    show("bea", MANY);
    show("cleo", MANY.subList(7, 9));

    assertThat(new WhoSaw(trail).saw(MANY.get(1)).entries())
        .extracting(AuditEntry::user)
        .containsExactly("ana", "bea");
    assertThat(new WhoSaw(trail).saw(MANY.get(399)).entries())
        .extracting(AuditEntry::user)
        .containsExactly("bea");
    assertThat(trail.newest(2)).extracting(AuditEntry::count).containsExactly(2L, 400L);
    assertThat(trail.newest(2).getLast().shown()).startsWith("sha256:");
    assertThat(trail.verify(NOW).holds()).isTrue();
  }

  @Test
  void findsAListThatWasChangedOrTakenAway() throws Exception {
    show("bea", MANY);
    Path list;
    try (var files = Files.list(folder.resolve("shown"))) {
      list = files.findFirst().orElseThrow();
    }
    String whole = Files.readString(list);
    Files.writeString(list, whole.replace(MANY.get(3), MANY.get(4)));
    assertThat(trail.verify(NOW).problems()).singleElement().asString().contains("it was changed");
    Files.delete(list);
    assertThat(trail.verify(NOW).problems()).singleElement().asString().contains("but isn't");
  }

  @Test
  void readsOnPastForeignBytesAndTornLinesAndSaysWhichTheyAre() throws Exception {
    String id = MANY.getFirst();
    show("ana", List.of(id));
    show("bea", List.of(id));
    show("cleo", List.of(id));
    show("dora", List.of(id));
    Path file = folder.resolve("audit.jsonl");
    byte[] bytes = Files.readAllBytes(file);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    bytes[text.indexOf("bea")] = (byte) 0xff;
    int dora = text.indexOf("\"user\":\"dora");
    Files.write(file, Arrays.copyOf(bytes, text.indexOf(id, dora) + id.length()));

    LoggedSightings found = new WhoSaw(trail).saw(id);

    assertThat(found.entries()).extracting(AuditEntry::user).containsExactly("ana", "cleo");
    assertThat(found.unreadable()).containsExactly(2L, 4L);
    assertThat(found.naming()).containsExactly(2L, 4L);
    assertThat(found.isWhole()).isFalse();
  }

  @Test
  void doesNotShowALineThatIsOtherThanWasWritten() throws Exception {
    String id = MANY.getFirst();
    show("ana", List.of(id));
    show("bea", List.of(id));
    Path file = folder.resolve("audit.jsonl");
    String text = Files.readString(file);
    for (String name : List.of("ana", "bea")) {
      Files.writeString(file, text.replace("\"user\":\"" + name, "\"user\":\"xxx"));

      LoggedSightings found = new WhoSaw(trail).saw(id);

      assertThat(found.entries()).extracting(AuditEntry::user).doesNotContain("xxx").hasSize(1);
      assertThat(found.naming()).hasSize(1);
    }
  }

  @Test
  void saysThatAListIsGone() throws Exception {
    show("bea", MANY);
    try (var files = Files.list(folder.resolve("shown"))) {
      Files.delete(files.findFirst().orElseThrow());
    }

    assertThat(new WhoSaw(trail).saw(MANY.getFirst()).lostLists()).hasSize(1);
    assertThat(new WhoSaw(trail).saw(MANY.getFirst()).isWhole()).isFalse();
  }

  @Test
  void findsEveryIdInWhatIsShown() {
    String id = MANY.getFirst();
    String page =
        "<a href=\"/adverts/%s\">x</a> {\"id\":\"%s\"} b%s %sf m%s"
            .formatted(id, MANY.get(1), MANY.get(2), MANY.get(3), MANY.get(4).substring(1));

    assertThat(ShownIds.in(page)).isEqualTo(ShownIds.of(List.of(id, MANY.get(1))));
    assertThat(ShownIds.in(id)).isEqualTo(ShownIds.of(List.of(id)));
    assertThat(ShownIds.in("- a- a-0")).isEqualTo(ShownIds.none());
  }

  private void show(String user, List<String> ids) {
    log.append(NOW, user, AuditEvent.of("search", "").showing(ShownIds.of(ids)), MANDATE);
  }
}
