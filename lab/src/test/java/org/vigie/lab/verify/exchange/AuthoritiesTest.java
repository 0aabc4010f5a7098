package org.vigie.lab.verify.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.casework.Readme;
import org.vigie.casework.environment.Here;
import org.vigie.lab.verify.CheckResult;
import org.vigie.lab.verify.Checks;
import org.vigie.lab.verify.Effort;

/** Partners' formats, held against what their own authorities wrote, where that is at hand. */
class AuthoritiesTest {
  private static final Effort SHORT = new Effort(2, Long.getLong("vigie.seed", 7));

  @TempDir Path folder;

  static List<Authority> authorities() {
    return AuthorityCheck.all(Readme.project().resolve("models"));
  }

  @ParameterizedTest
  @MethodSource("authorities")
  void takesWhatPartnersGet(Authority authority) throws Exception {
    Path data =
        Here.in(folder)
            .home(Readme.project())
            .with("VIGIE_SHARED", System.getenv().getOrDefault("VIGIE_SHARED", ""))
            .environment()
            .sharedData();
    Path schemas = data.resolve("schemas").resolve(authority.folder());
    assumeTrue(Files.isDirectory(schemas), "needs " + schemas);

    CheckResult result = run(new AuthorityCheck(data, List.of(authority)));

    assertThat(result.violations()).as("%s", result.counts()).isEmpty();
    assertThat(result.counts())
        .containsEntry("problems", 0L)
        .containsEntry("wrong ones refused", 1L);
  }

  @Test
  void namesThoseThatAreNotAtHand() throws Exception {
    List<Authority> written =
        authorities().stream().filter(each -> !each.folder().isEmpty()).toList();
    CheckResult result = run(new AuthorityCheck(folder.resolve("none"), written));

    assertThat(written).hasSize(authorities().size() - 2);
    assertThat(result.counts())
        .hasSize(1 + written.size())
        .containsEntry("STIX objects skipped, without schemas/stix-2.1", 1L);
  }

  @Test
  void saysWhatAnAuthorityRefusesAndThatOneRefusesNothing() throws Exception {
    Files.createDirectories(folder.resolve("data/schemas/any"));

    CheckResult result = run(new AuthorityCheck(folder.resolve("data"), List.of(new Lenient())));

    assertThat(result.violations())
        .containsExactly(
            "parts: a part is 100 % wrong", "parts must refuse what is wrong, but doesn't");
  }

  private CheckResult run(AuthorityCheck check) throws Exception {
    return Checks.carryOut(check, SHORT, folder, (done, total) -> {});
  }

  /** Finds a problem, and takes what is wrong all the same. */
  private static final class Lenient implements Authority {
    @Override
    public String name() {
      return "parts";
    }

    @Override
    public String folder() {
      return "any";
    }

    @Override
    public Judgement judge(Path schemas, InventedLeads leads, Path work) {
      return new Judgement(1, List.of("a part is 100 % wrong"), false);
    }
  }
}
