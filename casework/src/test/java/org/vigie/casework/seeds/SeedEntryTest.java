package org.vigie.casework.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Mandate;
import org.vigie.advert.Mandate.Permission;
import org.vigie.crawler.frontier.Seed;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;

class SeedEntryTest {
  private static final Instant EXPIRY = Instant.parse("2027-01-01T00:00:00Z");
  private static final Mandate SILENT = new Mandate("a", "b", "c", "7", "e", EXPIRY);
  private static final Mandate PERMITTING =
      new Mandate("a", "b", "c", "7", "e", EXPIRY, Set.of(Permission.IMAGE_HASHES));

  @Test
  void refusesImageHashesThatTheMandateDoesNotPermitAndSaysWhatItMustPermit() {
    assertThatThrownBy(() -> entry(Optional.of(SILENT)).under(PERMITTING))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "hxxps://a[.]example[.]org/ asks for image-hashes, which its mandate must permit"
                + " (permits: image-hashes), but "
                + SILENT.id()
                + " doesn't")
        .extracting(refusal -> ((UserError) refusal).exit())
        .isEqualTo(Exit.MANDATE);
  }

  @Test
  void takesTheOtherMandateWhereItNamesNone() {
    Seed seed = entry(Optional.empty()).under(PERMITTING);

    assertThat(seed.mandate()).isEqualTo(PERMITTING);
    assertThat(seed.imageHashes()).isTrue();
  }

  private static SeedEntry entry(Optional<Mandate> mandate) {
    return new SeedEntry(
        "https://a.example.org/",
        Seed.Reach.HOST,
        mandate,
        Seed.UNLIMITED,
        "",
        null,
        Set.of(Permission.IMAGE_HASHES),
        false);
  }
}
