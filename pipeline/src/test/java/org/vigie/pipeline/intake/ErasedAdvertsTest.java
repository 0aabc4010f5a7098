package org.vigie.pipeline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.advert.Observation;
import org.vigie.pipeline.workspace.Workspace;

class ErasedAdvertsTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir Path folder;

  @Test
  void passesOverWhatIsAboutAnErasedAdvertAndKeepsItsCost() {
    Advert advert = advert("erased");
    ErasedAdverts erased = new ErasedAdverts(Set.of(advert.id()));
    Intake nothing = Intake.withoutAdvert().at(7, 9);

    assertThat(erased.without(Intake.of(advert).at(7, 9))).isEqualTo(nothing);
    assertThat(erased.without(observed(advert.id(), "").at(7, 9))).isEqualTo(nothing);
    assertThat(erased.without(observed("a-other", advert.id()).at(7, 9))).isEqualTo(nothing);

    for (Intake other :
        List.of(Intake.of(advert("other")), observed("a-other", ""), Intake.finished("i-1"))) {
      assertThat(erased.without(other)).isSameAs(other);
    }
    Intake kept = Intake.of(advert);
    assertThat(ErasedAdverts.none().without(kept)).isSameAs(kept);
  }

  @Test
  void remembersThemInTheWorkspace() throws Exception {
    Workspace workspace = new Workspace(folder);
    assertThat(ErasedAdverts.of(workspace)).isEqualTo(ErasedAdverts.none());

    ErasedAdverts.add(workspace, List.of("a-2", "a-1"));
    ErasedAdverts.add(workspace, List.of("a-3", "a-1"));

    assertThat(ErasedAdverts.of(workspace).ids()).containsExactlyInAnyOrder("a-1", "a-2", "a-3");
    assertThat(workspace.erased()).hasContent("a-1\na-2\na-3");
  }

  private static Advert advert(String text) {
    return Advert.builder(Channel.FILE, "ads.example.org", NOON).body(text).build();
  }

  private static Intake observed(String advert, String detail) {
    return Intake.of(
        new Observation(advert, NOON, Observation.Kind.EDITED_FROM, "https://example.org", detail));
  }
}
