package org.vigie.cli.command.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.ExportRequest;
import org.vigie.casework.ExportRequests;
import org.vigie.casework.environment.Here;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.search.AdvertIndex;

/** From the ids of adverts to the grant that lets them leave. */
class EvidenceGrantTest {
  private static final String TO = GrantedAdverts.TO;
  private static final String WHY = "asked for in writing";

  @TempDir Path folder;
  private GrantedAdverts adverts;
  private Here here;

  @BeforeEach
  void fill() throws Exception {
    adverts = GrantedAdverts.in(folder);
    here = adverts.here();
  }

  @Test
  void isAskedForByIdsAndThenLetsThemLeave() throws Exception {
    String id = adverts.idOf("gardener");
    assertThat(here.vigie("evidence", id, "--to", TO, "--why", WHY)).as(here.err()).isZero();
    assertThat(here.out())
        .contains(
            "A reviewer has to grant export 2 (1 advert) on the page of exports",
            "./vigie evidence %s --granted 2 --to '%s' --out package".formatted(id, TO));
    ExportRequest asked = ExportRequests.findIn(adverts.workspace().database(), 2).orElseThrow();
    assertThat(asked)
        .returns(TO, ExportRequest::recipient)
        .returns(WHY, ExportRequest::why)
        .returns("id:(" + id + ")", ExportRequest::query);
    assertThat(Files.readString(adverts.workspace().root().resolve("audit/audit.jsonl")))
        .contains("evidence request", TO);

    grant(asked);
    assertThat(here.vigie("evidence", id, "--granted", "2", "--to", TO, "--out", "package"))
        .as(here.err())
        .isZero();
    assertThat(folder.resolve("package/data/report.html")).content().contains("gardener", WHY);
  }

  @Test
  void isAskedForOnceByEachRecipient() throws Exception {
    String id = adverts.idOf("gardener");
    for (int i = 0; i < 2; i++) {
      assertThat(here.vigie("evidence", id, "--to", TO, "--why", WHY)).isZero();
      assertThat(here.out()).contains("grant export 2 ");
    }
    assertThat(here.vigie("evidence", id, "--to", "Another", "--why", WHY)).isZero();
    assertThat(here.out()).contains("grant export 3 ");
  }

  @Test
  void isAskedForWithIdsRecipientAndReasonAlone() throws Exception {
    String id = adverts.idOf("gardener");
    assertThat(here.vigie("evidence", id, "--to", TO)).isEqualTo(2);
    assertThat(here.err()).contains("To ask for a package, add --why", "--granted and --out");
    assertThat(here.vigie("evidence", "--to", TO, "--why", WHY)).isEqualTo(2);
    assertThat(here.vigie("evidence", id, "--why", WHY)).isEqualTo(2);
    assertThat(here.vigie("evidence", "k-1", "--to", TO, "--why", WHY)).isEqualTo(4);
    assertThat(here.err()).contains("k-1");
    assertThat(here.vigie("evidence", "a-00000000000000000000", "--to", TO, "--why", WHY))
        .isEqualTo(4);
    assertThat(here.err()).contains("must be adverts, clusters, alerts or cases of adverts here");
    assertThat(ExportRequests.findIn(adverts.workspace().database(), 2)).isEmpty();
  }

  @Test
  void isAskedForIfEachIdThatIsTypedIsKnown() throws Exception {
    String id = adverts.idOf("gardener");
    assertThat(
            here.vigie(
                "evidence", id, "a-00000000000000000000", "c-none", "--to", TO, "--why", WHY))
        .isEqualTo(4);
    assertThat(here.err())
        .contains("must be adverts", "but these aren't: a-00000000000000000000, c-none")
        .doesNotContain(id);
    assertThat(ExportRequests.findIn(adverts.workspace().database(), 2)).isEmpty();
  }

  @Test
  void isAskedForWithTheGroundsAndTheRecipientThatThePageTakes() throws Exception {
    String id = adverts.idOf("gardener");
    for (String why : List.of("", "  urgent ")) {
      assertThat(here.vigie("evidence", id, "--to", TO, "--why", why)).isEqualTo(2);
      assertThat(here.err()).contains("--why must be a text of at least 8 characters");
    }
    assertThat(here.vigie("evidence", id, "--to", "N".repeat(201), "--why", WHY)).isEqualTo(2);
    assertThat(here.err()).contains("--to must be a text of at most 200 characters");
    assertThat(ExportRequests.findIn(adverts.workspace().database(), 2)).isEmpty();
    assertThat(here.vigie("evidence", id, "--to", "N".repeat(200), "--why", "eight it"))
        .as(here.err())
        .isZero();
  }

  @Test
  void saysWhatToTypeForAnyRecipientAndWorkspace() throws Exception {
    String id = adverts.idOf("gardener");
    String workspace = adverts.workspace().root().toString();
    assertThat(
            here.vigie(
                "evidence",
                id,
                "--to",
                "Parquet de l'Essonne",
                "--why",
                WHY,
                "--workspace",
                workspace))
        .as(here.err())
        .isZero();
    assertThat(here.out())
        .contains(
            "./vigie evidence %s --granted 2 --to 'Parquet de l'\\''Essonne' --workspace '%s' --out package"
                .formatted(id, workspace));
  }

  @Test
  void isAskedForAnewWhereTheReasonIsAnother() throws Exception {
    String id = adverts.idOf("gardener");
    for (String why : List.of(WHY, "asked for by telephone")) {
      assertThat(here.vigie("evidence", id, "--to", TO, "--why", why)).isZero();
    }
    assertThat(here.out()).contains("grant export 3 ");
    assertThat(ExportRequests.findIn(adverts.workspace().database(), 3).orElseThrow().why())
        .isEqualTo("asked for by telephone");
    assertThat(here.vigie("evidence", id, "--to", TO, "--why", WHY)).isZero();
    assertThat(here.out()).contains("grant export 2 ");
  }

  private void grant(ExportRequest asked) throws Exception {
    try (AdvertIndex index = AdvertIndex.open(adverts.workspace().index());
        CaseDatabase database =
            CaseDatabase.open(adverts.workspace().database(), ExportRequests.SCHEMA)) {
      ExportRequests requests = new ExportRequests(database, Clock.systemUTC());
      assertThat(requests.grant("eva", asked.id(), "", index.advertIds(asked.query()))).isTrue();
    }
  }
}
