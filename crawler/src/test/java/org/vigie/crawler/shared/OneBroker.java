package org.vigie.crawler.shared;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.vigie.files.owner.FolderTree;
import org.vigie.pipeline.standalone.LoopbackBroker;

/**
 * One broker for all classes of tests that ask for it, which ends after the last: classes run side
 * by side, and none may end another's.
 */
final class OneBroker implements BeforeAllCallback {
  private static final ExtensionContext.Namespace HERE =
      ExtensionContext.Namespace.create(OneBroker.class);

  private volatile LoopbackBroker broker;

  /** A broker with its folder. */
  private record Running(Path folder, LoopbackBroker broker) implements AutoCloseable {
    static Running start() {
      try {
        Path folder = Files.createTempDirectory("vigie-broker-");
        return new Running(folder, LoopbackBroker.start(folder));
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void close() throws IOException, InterruptedException {
      broker.close();
      FolderTree.delete(folder);
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    broker =
        context
            .getRoot()
            .getStore(HERE)
            .computeIfAbsent("broker", unused -> Running.start(), Running.class)
            .broker();
  }

  LoopbackBroker get() {
    return broker;
  }
}
