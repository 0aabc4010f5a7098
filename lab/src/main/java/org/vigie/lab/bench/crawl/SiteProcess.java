package org.vigie.lab.bench.crawl;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;

/**
 * A running {@link SiteServer}, apart from the crawlers so that its work isn't counted as theirs.
 */
final class SiteProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader answers;
  private final PrintStream questions;
  private final int port;

  private SiteProcess(Process process) throws IOException {
    this.process = process;
    this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    this.questions = new PrintStream(process.getOutputStream(), true, UTF_8);
    this.port = Integer.parseInt(answer());
  }

  static SiteProcess start(int pages, long seed) throws IOException {
    List<String> command =
        List.of(
            Java.EXECUTABLE,
            "-Xmx96m",
            "-XX:+UseSerialGC",
            "-cp",
            Java.CLASS_PATH,
            SiteServer.class.getName(),
            Integer.toString(pages),
            Long.toString(seed));
    return new SiteProcess(new ProcessBuilder(command).redirectError(Redirect.INHERIT).start());
  }

  String seed() {
    return "http://127.0.0.1:" + port + "/";
  }

  Served served() throws IOException {
    return ask("count");
  }

  void reset() throws IOException {
    ask("reset");
  }

  private Served ask(String question) throws IOException {
    questions.println(question);
    return Served.parse(answer());
  }

  private String answer() throws IOException {
    String line = answers.readLine();
    if (line == null) {
      throw new IOException("the site's server must answer until it is closed, but it ended");
    }
    return line;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
