package org.vigie.pipeline.index;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.fs.FSDataOutputStream;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.FileSystemFactory;
import org.apache.flink.core.fs.local.LocalFileSystem;
import org.jspecify.annotations.Nullable;

/**
 * This machine's files under {@code watched:}, where something else may happen before each step
 * that a thread takes.
 */
public final class WatchedFiles extends LocalFileSystem {
  private static final String SCHEME = "watched";

  /** What happens before a step; it may take steps of its own, which aren't watched. */
  interface Step {
    /**
     * @param what it is: the name of Flink's method
     */
    void before(String what) throws IOException;
  }

  private static final ThreadLocal<@Nullable Step> WATCH = new ThreadLocal<>();

  private static volatile @Nullable String endpoint;

  /** Returns the URI of a folder here. */
  static String uri(Path folder) {
    return SCHEME + ":" + folder.toAbsolutePath();
  }

  /** Watches the steps of this thread from here on. */
  static void watch(Step step) {
    WATCH.set(step);
  }

  static void rest() {
    WATCH.remove();
  }

  private static void step(String what) throws IOException {
    Step step = WATCH.get();
    if (step != null) {
      WATCH.remove();
      try {
        step.before(what);
      } finally {
        WATCH.set(step);
      }
    }
  }

  @Override
  public URI getUri() {
    return URI.create(SCHEME + ":///");
  }

  @Override
  public FileStatus[] listStatus(org.apache.flink.core.fs.Path folder) throws IOException {
    step("listStatus");
    // It asks for each file, which is one step with listing them.
    Step step = WATCH.get();
    WATCH.remove();
    try {
      return super.listStatus(folder);
    } finally {
      WATCH.set(step);
    }
  }

  @Override
  public FileStatus getFileStatus(org.apache.flink.core.fs.Path file) throws IOException {
    step("getFileStatus");
    return super.getFileStatus(file);
  }

  @Override
  public FSDataInputStream open(org.apache.flink.core.fs.Path file) throws IOException {
    step("open");
    return super.open(file);
  }

  @Override
  public FSDataOutputStream create(org.apache.flink.core.fs.Path file, FileSystem.WriteMode mode)
      throws IOException {
    step("create");
    return super.create(file, mode);
  }

  @Override
  public boolean rename(org.apache.flink.core.fs.Path from, org.apache.flink.core.fs.Path to)
      throws IOException {
    step("rename");
    return super.rename(from, to);
  }

  @Override
  public boolean delete(org.apache.flink.core.fs.Path file, boolean recursive) throws IOException {
    step("delete");
    return super.delete(file, recursive);
  }

  /** Returns what Flink's settings say of it. */
  static Optional<String> endpoint() {
    return Optional.ofNullable(endpoint);
  }

  /** Makes it known to Flink. */
  public static final class Factory implements FileSystemFactory {
    @Override
    public void configure(Configuration settings) {
      endpoint = settings.getString("watched.endpoint", null);
    }

    @Override
    public String getScheme() {
      return SCHEME;
    }

    @Override
    public FileSystem create(URI unused) {
      return new WatchedFiles();
    }
  }
}
