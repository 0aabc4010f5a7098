package org.vigie.files.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.vigie.advert.plugin.PluginKind;
import org.vigie.files.plugin.PluginFault.Kind;

/** A program that takes a text and gives one, bounded as plug-ins are. */
public final class TextCommand {
  private final PluginSpec spec;

  /**
   * @param name what faults call it
   * @param command its words
   */
  public TextCommand(String name, List<String> command, PluginLimits limits) {
    spec = new PluginSpec(name, PluginKind.TRANSLATOR, command, List.of(), "settings", limits);
  }

  /**
   * Returns what it gives for a text.
   *
   * @throws PluginFault if it gives nothing, too much, or not in time
   * @throws IOException if it can't be started
   */
  public String run(String text) throws IOException {
    PluginFolder folder = PluginFolder.make();
    try {
      Process process = PluginCommand.of(spec, folder.path()).start();
      try {
        return answer(process, text);
      } finally {
        PluginCommand.kill(process, folder.path());
      }
    } finally {
      folder.delete();
    }
  }

  private String answer(Process process, String text) throws PluginFault {
    Thread.ofVirtual().start(() -> say(process, text));
    CompletableFuture<byte[]> said = new CompletableFuture<>();
    Thread.ofPlatform().daemon().name("command " + spec.name()).start(() -> listen(process, said));
    long limit = spec.limits().output();
    try {
      byte[] bytes = said.get(spec.limits().answerMillis(), TimeUnit.MILLISECONDS);
      if (bytes.length > limit) {
        throw new PluginFault(
            spec.name(), Kind.FLOOD, "must say at most %d bytes, but said more".formatted(limit));
      }
      boolean ended = process.waitFor(spec.limits().answerMillis(), TimeUnit.MILLISECONDS);
      if (!ended || process.exitValue() != 0) {
        throw new PluginFault(spec.name(), Kind.CRASHED, "must end with exit code 0, but didn't");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (TimeoutException e) {
      throw new PluginFault(spec.name(), Kind.TIMEOUT, "must answer in time, but didn't");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PluginFault(spec.name(), Kind.FAILED, "was interrupted");
    } catch (ExecutionException e) {
      throw new PluginFault(spec.name(), Kind.CRASHED, "must answer, but can't be read");
    }
  }

  private static void say(Process process, String text) {
    try (OutputStream out = process.getOutputStream()) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // that it doesn't listen shows in what it gives
    }
  }

  private void listen(Process process, CompletableFuture<byte[]> said) {
    try {
      InputStream in = process.getInputStream();
      said.complete(
          in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8L, spec.limits().output() + 1)));
    } catch (IOException e) {
      said.completeExceptionally(e);
    }
  }
}
