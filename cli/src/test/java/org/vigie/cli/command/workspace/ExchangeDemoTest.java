package org.vigie.cli.command.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.Readme;
import org.vigie.casework.environment.Here;

/** Two agencies on one campaign, from a blind comparison to what came back from a server. */
@Tag("end-to-end")
class ExchangeDemoTest {
  @TempDir Path folder;

  @Test
  void walksTenStepsOfTwoAgenciesWithOneCampaign() throws Exception {
    Here here = Here.in(folder).home(Readme.project()).onRealTime();
    assertThat(here.vigie("demo", "--exchange")).as(here.err()).isZero();

    List<String> lines = here.out().lines().toList();
    assertThat(lines).hasSize(10).allMatch(line -> line.length() <= 120);
    assertThat(here.out())
        .containsSubsequence(
            "One campaign is in both",
            "1 contact is held by both",
            "question is granted",
            "case k-2",
            "3 adverts, 3 captured pages",
            "as South signed them",
            "North drafts 6 orders",
            "15 of 15 parts taken",
            "1 contact added",
            "both audit logs verify");
    assertThat(ofAnySize(Readme.text("README.md"))).contains(ofAnySize(here.out()));

    Path demo = folder.resolve("vigie-demo-exchange");
    assertThat(demo.resolve("north/drafts/epoc-pr.md")).exists();
    assertThat(demo.resolve("north/vigie-workspace/watchlist.yaml"))
        .content()
        .contains("phone:+447700900011");
    assertThat(Files.readString(demo.resolve("south/vigie-workspace/audit/audit.jsonl")))
        .contains("granted by demo-reviewer", "\"recipient\":\"North\"")
        .doesNotContain("447700900011");
    for (String agency : List.of("north", "south")) {
      String workspace = demo.resolve(agency).resolve("vigie-workspace").toString();
      assertThat(here.vigie("audit", "verify", "--workspace", workspace)).as(here.err()).isZero();
      assertThat(here.vigie("request", "show", "--workspace", workspace)).isZero();
      assertThat(here.out().lines()).hasSize(2).anyMatch(line -> line.contains("TLP:AMBER  until"));
    }
  }

  /** An encrypted letter is now a few bytes longer, now shorter. */
  private static String ofAnySize(String text) {
    return text.replaceAll("[0-9,]+ bytes", "… bytes");
  }
}
