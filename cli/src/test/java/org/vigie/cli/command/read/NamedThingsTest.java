package org.vigie.cli.command.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.Readme;
import org.vigie.casework.environment.Here;
import org.vigie.cli.command.ExampleWorkspace;

/** What commands make of the ids that people copy from the answers of others. */
class NamedThingsTest {
  @TempDir static Path folder;
  private static Here here = Here.in(Path.of(""));
  private static JsonNode alert = new ObjectMapper().nullNode();

  @BeforeAll
  static void read() throws Exception {
    ExampleWorkspace.in(folder);
    here = Here.in(folder).home(Readme.project()).onRealTime();
    for (JsonNode one : new ObjectMapper().readTree(out("alerts", "--json"))) {
      alert = one.path("subject").asText().startsWith("c-") ? one : alert;
    }
    assertThat(alert.path("subject").asText()).startsWith("c-");
  }

  private static String out(String... words) {
    assertThat(here.vigie(words)).as(here.err()).isZero();
    return here.out();
  }

  @Test
  void anAlertStandsForTheClusterThatItIsAbout() {
    String cluster = alert.path("subject").asText();

    assertThat(out("cluster", alert.path("id").asText()))
        .isEqualTo(out("cluster", cluster))
        .contains(
            "Its alert: %s, %s"
                .formatted(
                    alert.path("id").asText(),
                    alert.path("severity").asText().toLowerCase(Locale.ROOT)));
  }

  @Test
  void theListOfAlertsSaysItsOrderFirst() {
    assertThat(out("alerts").lines().findFirst())
        .contains(
            "Alerts: urgent first, then warnings, then notices; in each those that quote the most"
                + " signs of control, then those of the most adverts, then the newest.");
  }

  @Test
  void anIdOfSomethingElseIsAnsweredWithTheCommandThatShowsIt() {
    String cluster = alert.path("subject").asText();

    assertThat(here.vigie("show", cluster)).isEqualTo(4);
    assertThat(here.err())
        .contains("'" + cluster + "' is a cluster: type ./vigie cluster " + cluster);
    assertThat(here.vigie("show", alert.path("id").asText())).isEqualTo(4);
    assertThat(here.err()).contains("the alert is about " + cluster);
    assertThat(here.vigie("cluster", "job-1")).isEqualTo(4);
    assertThat(here.err()).contains("'job-1' is an advert").contains("type ./vigie show job-1");
  }

  @Test
  void somethingThatIsThereAndInNoNetworkIsSaidToBeSo() {
    String lonely =
        out("search", "piano", "--json").replaceFirst("(?s).*?(a-[0-9a-f]{20}).*", "$1");

    assertThat(here.vigie("network", lonely)).isEqualTo(4);
    assertThat(here.err()).contains("'" + lonely + "' is an advert in no network");
    assertThat(here.vigie("network", "n-00000000000000000000")).isEqualTo(4);
    assertThat(here.err()).contains("but none has 'n-00000000000000000000'");
  }
}
