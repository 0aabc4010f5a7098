package org.vigie.lab.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.Readme;
import org.vigie.casework.environment.Here;

/** Runs over files as a person types them. */
@Tag("end-to-end")
class RunEndToEndTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;
  private Here here = Here.in(Path.of(""));

  @BeforeEach
  void initialise() {
    here = Here.in(folder).home(Readme.project()).onRealTime();
    assertThat(here.vigie("init", "--trial")).isZero();
  }

  @Test
  void takesInWhatIsFineAndKeepsAsideWhatIsNot() throws Exception {
    here.piped("{\"text\":\"x\"}\nnot json\n");

    assertThat(here.vigie("run", "--input", "-", "--json")).as(here.err()).isEqualTo(5);

    JsonNode report = JSON.readTree(here.out());
    assertThat(report.at("/index/adverts").asLong()).isEqualTo(1);
    assertThat(report.at("/progress/deadLetters").asLong()).isEqualTo(1);
    List<String> letters = Files.readAllLines(folder.resolve("vigie-workspace/dead-letters.jsonl"));
    assertThat(letters).hasSize(1);
    assertThat(JSON.readTree(letters.getFirst()).path("position").asLong()).isEqualTo(2);
  }

  @Test
  void addsNothingWhenTheSameInputIsReadAgain() throws Exception {
    String examples = Readme.project().resolve("docs/examples/adverts.jsonl").toString();
    assertThat(here.vigie("run", "--input", examples)).as(here.err()).isZero();
    Found first = Found.in(folder.resolve("vigie-workspace"));

    assertThat(here.vigie("run", "--input", examples)).isZero();

    assertThat(here.out()).startsWith("Nothing new");
    assertThat(Found.in(folder.resolve("vigie-workspace"))).isEqualTo(first);
  }

  @Test
  void findsTheExampleCampaignAsOneClusterWithAnAlert() throws Exception {
    String examples = Readme.project().resolve("docs/examples/adverts.jsonl").toString();
    assertThat(here.vigie("run", "--input", examples)).as(here.err()).isZero();

    Found found = Found.in(folder.resolve("vigie-workspace"));

    String cluster = found.groupOf("https://jobs.example.org/offer/1");
    assertThat(cluster).startsWith("c-");
    for (int i = 2; i <= 4; i++) {
      assertThat(found.groupOf("https://jobs.example.org/offer/" + i)).isEqualTo(cluster);
    }
    assertThat(found.alerted()).containsExactly(cluster);
    assertThat(here.vigie("cluster", cluster)).isZero();
    assertThat(here.out())
        .contains("[place: Cork | Leeds | Lyon | Metz]", "[price: 450 | 460 | 470]", "[phone: ");
  }

  @Test
  void showsWhatIsKnownOfAContactAndWhyAdvertsAreInItsNetwork() throws Exception {
    Path adverts = folder.resolve("adverts.jsonl");
    Files.writeString(
        adverts,
        """
        {"title":"Kitchen help in Lyon","text":"Wash up and peel. Call +33 6 39 98 00 01.","place":"Lyon","site":"ads.example.org","fields":{"author":"kim"}}
        {"title":"Driver wanted","text":"Vans at night, 06 39 98 00 01 after noon.","country":"FR"}
        {"title":"Garden chairs","text":"Four of them, +33 6 39 98 00 02.","site":"ads.example.org","fields":{"author":"kim"}}
        {"id":"sofa","title":"Sofa","text":"Hardly used, +33 6 39 98 00 03.","site":"ads.example.org","fields":{"author":"kim"}}
        {"title":"Lamp","text":"A bright one, +33 6 39 98 00 04.","site":"other.example.org","fields":{"author":"kim"}}
        """);
    assertThat(here.vigie("run", "--input", adverts.toString())).as(here.err()).isZero();

    assertThat(here.vigie("contact", "06.39.98.00.09")).isEqualTo(4);
    assertThat(here.err()).contains("must be in an advert, but none has '06.39.98.00.09'");
    assertThat(here.vigie("contact", "06.39.98.00.01")).as(here.err()).isZero();
    assertThat(here.out()).contains("phone:+33639980001", "adverts      2");
    assertThat(here.vigie("contact", "+33 6.39.98.00.01")).as(here.err()).isZero();
    assertThat(here.out()).contains("phone:+33639980001", "places       Lyon 1");
    String network = here.out().replaceFirst("(?s).*(n-[0-9a-f]{20}).*", "$1");
    assertThat(here.vigie("network", network)).isZero();
    assertThat(here.out())
        .contains("4 adverts in 3 texts, joined by 3 contacts", "«06 39 98 00 01»");
    assertThat(here.vigie("network", "n-0")).isEqualTo(4);
    assertThat(here.vigie("contact", "account:ads.example.org kim")).as(here.err()).isZero();
    assertThat(here.out()).contains("OA-06", "one account with 3 contacts");
    assertThat(here.vigie("contact", "account:other.example.org kim")).isEqualTo(4);
    assertThat(here.vigie("show", "sofa")).isZero();
    assertThat(here.out()).contains("posts 3 contacts: account:ads.example.org kim");
  }

  @Test
  void findsAPhoneHoweverItIsTyped() throws Exception {
    String examples = Readme.project().resolve("docs/examples/adverts.jsonl").toString();
    assertThat(here.vigie("run", "--input", examples)).as(here.err()).isZero();

    for (String typed : List.of("06 39 98 00 01", "06.39.98.00.01", "+33639980001")) {
      assertThat(here.vigie("search", "phone:\"" + typed + "\"", "--json")).isZero();
      assertThat(JSON.readTree(here.out()).path("total").asLong()).as(typed).isEqualTo(4);
    }
  }

  @Test
  void runsOnTheJobAdvertsOutsideTheRepository() throws Exception {
    Path adverts = shared().resolve("data/job-ads/emscad_dev.jsonl.gz");
    assumeTrue(Files.isRegularFile(adverts), "shared data absent");

    assertThat(here.vigie("run", "--input", adverts.toString())).as(here.err()).isZero();

    assertThat(here.vigie("search", "passport fee")).isZero();
    assertThat(here.vigie("search", "risk>0.8", "--json")).isZero();
    JsonNode hits = JSON.readTree(here.out()).path("hits");
    assertThat(hits).isNotEmpty();
    assertThat(hits)
        .allSatisfy(hit -> assertThat(hit.at("/risk/probability").asDouble()).isGreaterThan(0.8));
    assertThat(here.vigie("show", hits.get(0).path("id").asText(), "--json")).isZero();
    assertThat(JSON.readTree(here.out()).at("/advert/assessments/0/reasons")).isNotEmpty();
    Found first = Found.in(folder.resolve("vigie-workspace"));
    assertThat(here.vigie("run", "--input", adverts.toString())).isZero();
    assertThat(Found.in(folder.resolve("vigie-workspace"))).isEqualTo(first);
  }

  @Test
  void runsOnSavedPagesOutsideTheRepository() {
    Path pages = shared().resolve("data/html/telegram-preview");
    assumeTrue(Files.isDirectory(pages), "shared data absent");

    assertThat(here.vigie("import", "html", pages.toString())).as(here.err()).isZero();
    assertThat(here.vigie("run", "--input", "vigie-workspace/captures")).as(here.err()).isIn(0, 5);
    assertThat(here.out()).doesNotContain("holds 0 adverts");
  }

  private static Path shared() {
    String named = System.getenv("VIGIE_SHARED");
    return named == null ? Readme.project().resolve("../shared") : Path.of(named);
  }
}
