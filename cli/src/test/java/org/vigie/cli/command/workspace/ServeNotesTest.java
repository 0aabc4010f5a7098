package org.vigie.cli.command.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.config.ConsoleSettings;
import org.vigie.casework.config.Settings;
import org.vigie.casework.environment.Here;
import org.vigie.casework.guarded.GuardedPart;
import org.vigie.casework.guarded.SettingsInForce;
import org.vigie.pipeline.workspace.Workspace;

/** Who upgrades behind a proxy is told at the start why its pages would be refused. */
class ServeNotesTest {
  @TempDir Path folder;

  @Test
  void nameTheSettingWhereAProxyMayPassOnAnotherName() throws Exception {
    assertThat(said("", "127.0.0.1")).contains("web.allowed-hosts");
    assertThat(said("web:\n  alone: true\n", "0.0.0.0")).contains("web.allowed-hosts");
  }

  @Test
  void saysNothingWhereTheSettingIsThereOrNobodyElseComes() throws Exception {
    assertThat(said("web:\n  allowed-hosts: vigie.example.org\n", "0.0.0.0")).isEmpty();
    assertThat(said("web:\n  alone: true\n", "127.0.0.1")).isEmpty();
  }

  @Test
  void nameTheAddressesOfTheFirstTwoAdminsInTheirOrder() throws Exception {
    Here here = Here.in(folder);
    ConsoleSettings settings = Settings.of(new Workspace(folder), here.environment()).console();

    new ServeNotes(here.environment(), settings)
        .sayHowToBegin(List.of("/a", "/b"), "http://127.0.0.1:8480");

    assertThat(here.out())
        .isEqualTo(
            "Make the first account: http://127.0.0.1:8480/a\n"
                + "Then make the second admin's account: http://127.0.0.1:8480/b\n");
  }

  @Test
  void tellWhatOfTheFileDoesNotHoldYet() throws Exception {
    Here here = Here.in(folder);
    ConsoleSettings settings = Settings.of(new Workspace(folder), here.environment()).console();
    new ServeNotes(here.environment(), settings)
        .sayWaiting(List.of(new SettingsInForce.Waiting(GuardedPart.ALONE, "false", "true")));
    assertThat(here.err())
        .contains("web.alone: true waits for a second admin, false holds; an admin asks for it");
  }

  private String said(String settings, String listen) throws Exception {
    Workspace workspace = new Workspace(folder);
    Files.writeString(folder.resolve("vigie.yaml"), settings);
    Here here = Here.in(folder);
    new ServeNotes(here.environment(), Settings.of(workspace, here.environment()).console())
        .sayHosts(InetAddress.getByName(listen));
    return here.err();
  }
}
