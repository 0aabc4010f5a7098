package org.vigie.pipeline.erase;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.vigie.capture.warc.ByteRange;
import org.vigie.capture.warc.RecordErasure;
import org.vigie.pipeline.fault.ErasureFailpoint;
import org.vigie.pipeline.intake.Inbox;
import org.vigie.pipeline.intake.InputManifest;
import org.vigie.pipeline.lines.LineErasure;
import org.vigie.pipeline.lines.LineRange;
import org.vigie.pipeline.workspace.Workspace;

/**
 * Takes traces out of the inputs that lie in a workspace. Cut short at any point, it does the same
 * when it is done again.
 */
public final class SourceErasure {
  private final Workspace workspace;
  private final Inbox inbox;

  public SourceErasure(Workspace workspace) {
    this.workspace = workspace;
    this.inbox = new Inbox(workspace, Clock.systemUTC());
  }

  /**
   * Rewrites each file that holds traces, whole or not at all.
   *
   * @param keep folder of the adverts that stay though their page goes; they become an input first
   * @param at when, as it is to be said in the place of records
   */
  public void erase(Traces traces, Path keep, Instant at) throws IOException {
    for (Map.Entry<String, Traces.Kept> adverts : traces.kept().entrySet()) {
      Traces.Kept from = adverts.getValue();
      inbox.acceptKept(keep.resolve(adverts.getKey()), from.input(), from.mandate(), at);
    }
    for (Map.Entry<String, List<LineRange>> file : traces.lines().entrySet()) {
      LineErasure.erase(workspace.root().resolve(file.getKey()), file.getValue());
    }
    for (Map.Entry<String, List<ByteRange>> file : traces.records().entrySet()) {
      RecordErasure.erase(workspace.root().resolve(file.getKey()), file.getValue(), at);
    }
    if (!traces.files().isEmpty()) {
      ErasureFailpoint.FILE_REWRITTEN.reach();
    }
    rename(traces);
    removeUnfinished();
  }

  /** Inputs are known by their content, which is another now. */
  private void rename(Traces traces) throws IOException {
    Set<Path> rewritten = new HashSet<>();
    traces.files().forEach(file -> rewritten.add(workspace.root().resolve(file)));
    for (InputManifest input : inbox.accepted()) {
      if (rewritten.contains(Path.of(input.path()))) {
        inbox.rename(input);
      }
    }
  }

  /** What was being taken in when a run was killed was never accepted. */
  private void removeUnfinished() throws IOException {
    Path spool = workspace.inbox().resolve("spool");
    if (!Files.isDirectory(spool)) {
      return;
    }
    try (Stream<Path> files = Files.list(spool)) {
      for (Path file : files.filter(name -> name.toString().endsWith(".part")).toList()) {
        Files.delete(file);
      }
    }
  }
}
