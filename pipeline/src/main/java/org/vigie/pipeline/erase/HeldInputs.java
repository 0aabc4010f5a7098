package org.vigie.pipeline.erase;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.vigie.pipeline.intake.Inbox;
import org.vigie.pipeline.intake.InputFormat;
import org.vigie.pipeline.intake.InputManifest;
import org.vigie.pipeline.intake.UnreadableInputException;
import org.vigie.pipeline.workspace.Workspace;

/**
 * All that a workspace was made of: its accepted inputs, and captures that weren't accepted yet.
 */
final class HeldInputs {
  private HeldInputs() {}

  /**
   * Returns them.
   *
   * @throws UnreadableInputException if an accepted input is no longer where it was: without it the
   *     workspace can't be made anew
   */
  static List<InputManifest> of(Workspace workspace) throws IOException {
    List<InputManifest> inputs =
        new ArrayList<>(new Inbox(workspace, Clock.systemUTC()).accepted());
    Set<String> paths = new HashSet<>();
    for (InputManifest input : inputs) {
      if (!Files.isReadable(Path.of(input.path()))) {
        throw new UnreadableInputException(
            "every accepted input must still be where it was, or what came of it is lost when the index is made anew; but %s isn't: restore it, or give it up by deleting inbox/%s.json"
                .formatted(input.path(), input.id()));
      }
      paths.add(input.path());
    }
    if (Files.isDirectory(workspace.captures())) {
      try (Stream<Path> files = Files.list(workspace.captures())) {
        for (Path file : files.sorted().toList()) {
          if (isWarc(file) && paths.add(file.toString())) {
            inputs.add(unaccepted(file));
          }
        }
      }
    }
    return inputs;
  }

  private static boolean isWarc(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(".warc") || name.endsWith(".warc.gz");
  }

  /** What isn't accepted yet will be, later than anything in it. */
  private static InputManifest unaccepted(Path file) {
    String name = String.valueOf(file.getFileName());
    return new InputManifest(
        "",
        file.toString(),
        name,
        0,
        new InputManifest.Layout(InputFormat.WARC, Map.of(), name),
        new InputManifest.Acceptance("", Instant.MAX));
  }
}
