package org.vigie.lab.launcher;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The launcher of the sources on a machine of the test. */
abstract class SourceLauncher {
  static final int TOOLS_MISSING = 7;

  /** What is so for people, but for no test that doesn't say so. */
  static final Map<String, String> WARM = Map.of("VIGIE_WARM_UP", "");

  @TempDir Path folder;
  FakeMachine machine;

  @BeforeEach
  void start() throws Exception {
    machine = FakeMachine.in(folder);
  }
}
