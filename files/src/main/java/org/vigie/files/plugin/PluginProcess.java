package org.vigie.files.plugin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.vigie.files.plugin.PluginFault.Kind;

/**
 * The process of one plug-in, started when it is first asked and anew after each fault. After
 * {@link #PATIENCE} faults in a row it is asked no more.
 *
 * <p>A question is a line of JSON with a number under {@code id}. Its answer is any number of
 * lines, the last of which has that number under {@code done}.
 */
public final class PluginProcess implements AutoCloseable {
  /** Faults in a row after which a plug-in is left alone: each costs up to its time limit. */
  public static final int PATIENCE = 5;

  /** What Java and others may need to start the first time, beside the time for an answer. */
  private static final long STARTING_MILLIS = 10_000;

  private final PluginSpec spec;
  private @Nullable RunningProcess running;
  private long asked;
  private int faults;
  private boolean answered;

  public PluginProcess(PluginSpec spec) {
    this.spec = spec;
  }

  /** Takes the lines of an answer but its last. */
  @FunctionalInterface
  public interface Items {
    void take(JsonNode item) throws IOException;
  }

  public PluginSpec spec() {
    return spec;
  }

  /** Returns whether it went wrong so often that it is asked no more. */
  public synchronized boolean isStopped() {
    return faults >= PATIENCE;
  }

  /**
   * Asks for an answer of one line.
   *
   * @param question to which a number is added
   * @throws PluginFault if it gives none; its process is ended unless it said itself that it can't
   */
  public JsonNode ask(ObjectNode question) throws PluginFault {
    try {
      return ask(
          question,
          spec.limits().answerMillis(),
          spec.limits().output(),
          item -> {
            throw new NoItems();
          });
    } catch (NoItems e) {
      throw fault(Kind.MALFORMED, "must answer in one line, but said something else");
    } catch (PluginFault e) {
      throw e;
    } catch (IOException e) {
      throw new IllegalStateException("no item is taken", e);
    }
  }

  /**
   * Asks for an answer of many lines, with the time and the output that a file has.
   *
   * @throws PluginFault as above; what was taken before stands
   * @throws IOException if who takes them can't go on
   */
  public JsonNode askMany(ObjectNode question, Items items) throws IOException {
    return ask(
        question,
        spec.limits().fileMillis(),
        spec.limits().output() * PluginLimits.FILE_SHARE,
        items);
  }

  private synchronized JsonNode ask(ObjectNode question, long millis, long output, Items items)
      throws IOException {
    PluginCounts.asked(spec);
    if (faults >= PATIENCE) {
      PluginCounts.failed(spec);
      throw new PluginFault(
          spec.name(),
          Kind.STOPPED,
          "went wrong %d times in a row, and is asked no more in this run".formatted(PATIENCE));
    }
    RunningProcess process = start();
    question.put("id", ++asked);
    process.say(question.toString());
    long end = System.nanoTime() + (millis + (answered ? 0 : STARTING_MILLIS)) * 1_000_000;
    try {
      JsonNode answer = answer(process, end, output, items);
      faults = 0;
      answered = true;
      return answer;
    } catch (InterruptedException e) {
      end();
      Thread.currentThread().interrupt();
      throw new PluginFault(spec.name(), Kind.FAILED, "was interrupted");
    } catch (IOException e) {
      // What it still says belongs to nothing that will be asked.
      if (!(e instanceof PluginFault)) {
        end();
      }
      throw e;
    }
  }

  private JsonNode answer(RunningProcess process, long end, long output, Items items)
      throws IOException, InterruptedException {
    long said = 0;
    while (true) {
      BoundedLines.Line line = process.lines().next(end - System.nanoTime());
      if (line == null) {
        throw fault(Kind.TIMEOUT, "must answer in time, but didn't");
      }
      String text = line.text();
      said += line.bytes();
      if (line.tooLong() || said > output) {
        throw fault(Kind.FLOOD, "must say at most %d bytes, but said more".formatted(output));
      }
      if (text == null) {
        throw fault(Kind.CRASHED, "must answer, but its process ended" + process.exit());
      }
      JsonNode node = parse(text);
      if (!node.has("done")) {
        items.take(node);
      } else if (!node.get("done").isIntegralNumber() || node.get("done").asLong() != asked) {
        throw fault(Kind.MALFORMED, "must answer what it was asked, but answered something else");
      } else if (node.has("error")) {
        faults++;
        PluginCounts.failed(spec);
        throw new PluginFault(spec.name(), Kind.FAILED, "says that it can't");
      } else {
        return node;
      }
    }
  }

  private JsonNode parse(String text) throws PluginFault {
    try {
      JsonNode node = PluginJson.read(text);
      if (node.isObject()) {
        return node;
      }
    } catch (JsonProcessingException e) {
      // said below
    }
    throw fault(Kind.MALFORMED, "must say one JSON object a line, but said something else");
  }

  /** Ends the process, and counts that it went wrong. */
  private synchronized PluginFault fault(Kind kind, String message) {
    faults++;
    PluginCounts.failed(spec);
    end();
    return new PluginFault(spec.name(), kind, message);
  }

  /** Counts an answer that is none, though it came in time and in form. */
  public PluginFault malformed(String must) {
    return fault(Kind.MALFORMED, must);
  }

  private RunningProcess start() throws PluginFault {
    RunningProcess known = running;
    if (known != null) {
      return known;
    }
    try {
      RunningProcess started = RunningProcess.start(spec);
      running = started;
      return started;
    } catch (IOException e) {
      throw fault(Kind.CRASHED, "must start, but its command can't be run");
    }
  }

  private synchronized void end() {
    RunningProcess known = running;
    running = null;
    if (known != null) {
      known.kill();
    }
  }

  /** Ends the process: its input ends first, and it has a second to go by itself. */
  @Override
  public synchronized void close() {
    RunningProcess known = running;
    running = null;
    if (known != null) {
      known.end(1, TimeUnit.SECONDS);
    }
  }

  /** A line where none may be. */
  private static final class NoItems extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** A process with what it says. */
  private record RunningProcess(Process process, BoundedLines lines, PluginFolder folder) {
    static RunningProcess start(PluginSpec spec) throws IOException {
      PluginFolder folder = PluginFolder.make();
      try {
        Process process = PluginCommand.of(spec, folder.path()).start();
        return new RunningProcess(
            process,
            new BoundedLines(spec.name(), process.getInputStream(), spec.limits().output()),
            folder);
      } catch (IOException e) {
        folder.delete();
        throw e;
      }
    }

    /** Says a line, by a thread of its own: who doesn't listen can't hold us up. */
    void say(String line) {
      Thread.ofVirtual()
          .start(() -> {
            try {
              OutputStream out = process.getOutputStream();
              out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
              out.flush();
            } catch (IOException e) {
              // that it doesn't listen shows when it doesn't answer
            }
          });
    }

    /** Returns how it ended, where that is known by now. */
    String exit() {
      try {
        return process.waitFor(200, TimeUnit.MILLISECONDS)
            ? " with exit code " + process.exitValue()
            : "";
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return "";
      }
    }

    void end(long time, TimeUnit unit) {
      Thread.ofVirtual()
          .start(() -> {
            try {
              process.getOutputStream().close();
            } catch (IOException e) {
              // it is killed below
            }
          });
      try {
        process.waitFor(time, unit);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      kill();
    }

    /** Kills it with all that it started. */
    void kill() {
      PluginCommand.kill(process, folder.path());
      lines.close();
      folder.delete();
    }
  }
}
