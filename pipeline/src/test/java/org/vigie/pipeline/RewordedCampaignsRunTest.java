package org.vigie.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Alert;
import org.vigie.advert.NetworkProfile;
import org.vigie.search.AdvertIndex;
import org.vigie.search.SearchRequest;

/** Small campaigns in other words and an ordinary chain, from the adverts to the index. */
@Timeout(180)
class RewordedCampaignsRunTest {
  private static final List<String> CAMPAIGN =
      List.of(
          line("Cork", "Pickers for a mushroom farm. We keep your passport until the season ends."),
          line("Sligo", "Harvest, beds in the yard. The boss keeps your passport, +33639980021."),
          line("Tralee", "Start on Monday, meals free. Your passport is kept by the manager."));

  private static final List<String> CHAIN =
      List.of(
          chain("Cork", "Our bakery opens a second shop and looks for sales staff, mornings."),
          chain("Sligo", "Bakers with a certificate wanted, night shift, union wage."),
          chain("Tralee", "Weekend help behind the counter, training is paid."));

  @TempDir Path folder;

  @Test
  void raisesOneAlertAboutTheCampaignAndNoneAboutTheChain() throws Exception {
    List<String> lines = new ArrayList<>(CAMPAIGN);
    lines.addAll(CHAIN);
    Collections.shuffle(lines, new Random(2));
    TestRun run = new TestRun(folder);
    run.accept("first.jsonl", String.join("", lines.subList(0, 3)));
    run.run(2);
    run.accept("second.jsonl", String.join("", lines.subList(3, 6)));
    run.run(1);

    try (AdvertIndex index = AdvertIndex.open(run.workspace().index())) {
      assertThat(index.networks(10)).extracting(NetworkProfile::adverts).containsExactly(3L, 3L);
      List<Alert> alerts =
          index.alerts(10).stream().filter(one -> !one.rule().equals("documents")).toList();
      assertThat(alerts).extracting(Alert::rule).containsExactly("control-signs");
      Alert alert = alerts.getFirst();
      assertThat(alert.reasons()).contains("joined by same meaning and same phone in 3 texts");
      assertThat(alert.evidence())
          .allSatisfy(quoted -> assertThat(quoted.spans()).isNotEmpty())
          .isNotEmpty();
      String campaign = alert.subject();
      assertThat(index.search(SearchRequest.of("", typed -> List.of())).hits().subList(0, 3))
          .as("the group's risk puts its adverts first")
          .allSatisfy(hit ->
              assertThat(index.findNetworkOf(hit.advert().advert().id()))
                  .map(NetworkProfile::id)
                  .contains(campaign));
    }
  }

  private static String line(String place, String text) {
    String call = text.contains("+33") ? text : text + " +33639980021";
    return advert(place, call);
  }

  private static String chain(String place, String text) {
    return advert(place, text + " +33639980022");
  }

  private static String advert(String place, String text) {
    return "{\"text\":\"%s\",\"place\":\"%s\",\"site\":\"example.org\",\"posted\":\"2026-01-05\"}%n"
        .formatted(text, place);
  }
}
