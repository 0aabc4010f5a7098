package org.vigie.pipeline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.advert.Observation;
import org.vigie.pipeline.workspace.Workspace;

class ErasedAdvertsTest {
  private static final Intake.Cost COST = new Intake.Cost(7, 9);
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private static final InputManifest INPUT =
      new InputManifest(
          "i-1",
          "/in.jsonl",
          "in",
          1,
          InputManifest.Layout.lines("in"),
          new InputManifest.Acceptance("m-1", NOON));

  @TempDir Path folder;

  @Test
  void passesOverWhatIsAboutAnErasedAdvertAndKeepsItsCost() {
    Advert advert = advert("erased");
    ErasedAdverts erased = new ErasedAdverts(Map.of(advert.id(), ErasedAdverts.FOR_GOOD));
    Intake nothing = Intake.withoutAdvert().at(COST);

    assertThat(erased.without(Intake.of(advert).at(COST), INPUT)).isEqualTo(nothing);
    assertThat(erased.without(observed(advert.id(), "").at(COST), INPUT)).isEqualTo(nothing);
    assertThat(erased.without(observed("a-other", advert.id()).at(COST), INPUT)).isEqualTo(nothing);

    for (Intake other :
        List.of(Intake.of(advert("other")), observed("a-other", ""), Intake.finished("i-1"))) {
      assertThat(erased.without(other, INPUT)).isSameAs(other);
    }
    Intake kept = Intake.of(advert);
    assertThat(ErasedAdverts.none().without(kept, INPUT)).isSameAs(kept);
  }

  @Test
  void remembersThemInTheWorkspace() throws Exception {
    Workspace workspace = new Workspace(folder);
    assertThat(ErasedAdverts.of(workspace)).isEqualTo(ErasedAdverts.none());

    ErasedAdverts.add(workspace, List.of("a-2", "a-1"), ErasedAdverts.FOR_GOOD);
    ErasedAdverts.add(workspace, List.of("a-3", "a-1"), NOON);

    assertThat(ErasedAdverts.of(workspace).ids()).containsExactlyInAnyOrder("a-1", "a-2", "a-3");
    assertThat(workspace.erased()).hasContent("a-1\na-2\na-3 2026-03-01T12:00:00Z");
  }

  @Test
  void takesInAnewWhatIsCollectedAfterItsTimeWasUp() {
    Advert advert = advert("seasonal");
    Intake seen = Intake.of(advert);

    assertThat(new ErasedAdverts(Map.of(advert.id(), NOON)).without(seen, INPUT))
        .isEqualTo(Intake.withoutAdvert());
    assertThat(new ErasedAdverts(Map.of(advert.id(), NOON.minusSeconds(1))).without(seen, INPUT))
        .isSameAs(seen);
    Advert slipped =
        Advert.builder(Channel.FILE, "ads.example.org", Instant.parse("2999-01-01T00:00:00Z"))
            .body("seasonal")
            .build();
    assertThat(slipped.id()).isEqualTo(advert.id());
    assertThat(new ErasedAdverts(Map.of(advert.id(), NOON)).without(Intake.of(slipped), INPUT))
        .as("nothing is seen after its input was accepted")
        .isEqualTo(Intake.withoutAdvert());
  }

  private static Advert advert(String text) {
    return Advert.builder(Channel.FILE, "ads.example.org", NOON).body(text).build();
  }

  private static Intake observed(String advert, String detail) {
    return Intake.of(
        new Observation(advert, NOON, Observation.Kind.EDITED_FROM, "https://example.org", detail));
  }
}
