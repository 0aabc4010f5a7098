package org.vigie.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.vigie.advert.Mandate;

/** The inputs a workspace has accepted: durable before a run reads them, each once. */
public final class Inbox {
  public Inbox(Workspace workspace, Clock clock) {}

  /**
   * Accepts a file, or every readable file below a folder; what was accepted before is not accepted
   * again.
   */
  public List<InputManifest> accept(
      Path fileOrFolder, Map<String, String> csvMapping, Mandate mandate) throws IOException {
    throw new IllegalStateException("placeholder");
  }

  /** Spools a stream into the inbox and accepts it. */
  public InputManifest acceptStream(
      InputStream in, InputFormat format, Map<String, String> csvMapping, Mandate mandate)
      throws IOException {
    throw new IllegalStateException("placeholder");
  }
}
