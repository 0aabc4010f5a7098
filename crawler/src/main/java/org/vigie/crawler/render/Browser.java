package org.vigie.crawler.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.files.owner.FolderTree;

/**
 * A Chromium for one page, with a profile of its own that goes with it, spoken to over a pipe in
 * the Chrome DevTools Protocol: JSON messages that end in a zero byte.
 *
 * <p>For one thread. Closing it kills all of its processes.
 */
final class Browser implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Browser.class);

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Messages that wait to be looked at; a page that makes more has to wait itself. */
  private static final int MAX_WAITING = 1_000;

  /** They may be long: a page chooses the addresses and bodies of its requests. */
  private static final long MAX_WAITING_BYTES = 32L << 20;

  /** What is put last into the queue. */
  private static final Message END = new Message(MissingNode.getInstance(), 0);

  private record Message(JsonNode content, int bytes) {}

  private final Path profile;
  private final Process process;
  private final BrowserWatch watch;
  private final int maxMessage;
  private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>(MAX_WAITING);
  private final AtomicLong waitingBytes = new AtomicLong();
  private final Thread reader;
  private int last;

  private Browser(Path profile, Process process, BrowserWatch watch, int maxMessage) {
    this.profile = profile;
    this.process = process;
    this.watch = watch;
    this.maxMessage = maxMessage;
    this.reader = Thread.ofPlatform().daemon().name("browser-pipe").unstarted(this::read);
  }

  /**
   * Starts a browser with an empty profile.
   *
   * @param temporary folder for the profile; the browser may lack the right to list it
   */
  static Browser start(
      ChromiumProgram program, String userAgent, RenderLimits limits, Path temporary)
      throws IOException {
    Path profile = Files.createTempDirectory(temporary, "vigie-render-");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(program.command(profile, userAgent))
              .directory(profile.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD);
      Map<String, String> environment = builder.environment();
      String path = environment.getOrDefault("PATH", "/usr/bin:/bin");
      environment.clear();
      // Where it runs, so that its sockets' paths are short enough (107 bytes, unix(7)) anywhere.
      environment.putAll(Map.of("PATH", path, "HOME", profile.toString(), "TMPDIR", "."));
      Process process = builder.start();
      // In JSON a character takes up to six bytes.
      int maxMessage = (int) Math.min(Integer.MAX_VALUE / 2, 6L * limits.documentBytes() + 65_536);
      Browser browser =
          new Browser(profile, process, BrowserWatch.over(process, limits), maxMessage);
      browser.reader.start();
      return browser;
    } catch (IOException | RuntimeException e) {
      delete(profile);
      throw e;
    }
  }

  /**
   * Sends a command.
   *
   * @param session of a page, or empty for the browser's own
   * @return the number by which its answer is known
   */
  int send(String session, String method, ObjectNode parameters) throws RenderException {
    ObjectNode message = JSON.createObjectNode();
    last++;
    message.put("id", last).put("method", method).set("params", parameters);
    if (!session.isEmpty()) {
      message.put("sessionId", session);
    }
    try {
      byte[] bytes = JSON.writeValueAsBytes(message);
      process.getOutputStream().write(bytes);
      process.getOutputStream().write(0);
      process.getOutputStream().flush();
    } catch (IOException e) {
      throw failure();
    }
    return last;
  }

  /** Returns the next message, or null if none comes in time. */
  @Nullable JsonNode poll(long nanos) throws RenderException, InterruptedException {
    Message message = messages.poll(Math.max(0, nanos), TimeUnit.NANOSECONDS);
    if (message == null) {
      return null;
    }
    if (message == END) {
      throw failure();
    }
    waitingBytes.addAndGet(-message.bytes());
    return message.content();
  }

  static ObjectNode parameters() {
    return JSON.createObjectNode();
  }

  /** The watch knows better why the pipe broke. */
  private RenderException failure() {
    RenderException.Kind why = watch.whyKilled();
    return why == null
        ? new RenderException(
            RenderException.Kind.CRASHED, "the browser must answer until it is closed, but ended")
        : new RenderException(why, "the browser must keep its limits, but broke " + why.label());
  }

  private void read() {
    try (InputStream in = new BufferedInputStream(process.getInputStream(), 1 << 16)) {
      ByteArrayOutputStream message = new ByteArrayOutputStream();
      for (int b = in.read(); b >= 0; b = in.read()) {
        if (b != 0) {
          message.write(b);
          if (message.size() > maxMessage) {
            watch.kill(RenderException.Kind.TOO_LARGE);
            break;
          }
        } else {
          if (waitingBytes.addAndGet(message.size()) > maxMessage + MAX_WAITING_BYTES) {
            watch.kill(RenderException.Kind.TOO_LARGE);
            break;
          }
          messages.put(new Message(JSON.readTree(message.toByteArray()), message.size()));
          message.reset();
        }
      }
    } catch (IOException e) {
      LOG.debug("the pipe of a browser broke: {}", e.getMessage());
    } catch (InterruptedException e) {
      return; // it is closed: nobody asks any more
    }
    while (!messages.offer(END)) {
      messages.poll();
    }
  }

  @Override
  public void close() {
    watch.close();
    reader.interrupt();
    delete(profile);
  }

  /** A process that is just dying may still write. */
  private static void delete(Path folder) {
    for (int attempt = 0; attempt < 10 && Files.exists(folder); attempt++) {
      try {
        FolderTree.delete(folder);
      } catch (IOException e) {
        sleep();
      }
    }
    if (Files.exists(folder)) {
      LOG.warn("the profile of a browser can't be deleted: {}", folder);
    }
  }

  private static void sleep() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
