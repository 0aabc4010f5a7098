package org.vigie.pipeline.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.vigie.pipeline.intake.SortIntake;

/** Flink's REST interface on loopback, as far as it is used here. */
public final class FlinkRest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration STEP = Duration.ofMillis(250);

  /** What a savepoint ends with while the job starts or restarts; it is asked for again. */
  private static final List<String> TOO_EARLY =
      List.of(
          "Not all required tasks are currently running",
          "Checkpoint Coordinator is suspending",
          "Checkpoint was declined");

  private final URI root;

  /**
   * @param port that it listens at
   */
  public FlinkRest(int port) {
    root = URI.create("http://127.0.0.1:" + port + "/");
  }

  /**
   * Returns what a path answers.
   *
   * @throws IOException if it doesn't answer, or with an error
   */
  public JsonNode get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(root.resolve(path)).timeout(PATIENCE).build());
  }

  /** Returns whether Flink says that a job runs. */
  public boolean runs(String job) throws IOException, InterruptedException {
    return get("jobs/" + job).path("state").asText().equals("RUNNING");
  }

  /** Returns how many checkpoints of a job are complete. */
  public long completedCheckpoints(String job) throws IOException, InterruptedException {
    return get("jobs/" + job + "/checkpoints").at("/counts/completed").asLong();
  }

  /** Returns the ids of inputs that a job has read to their end, among other words. */
  public String finishedInputs(String job) throws IOException, InterruptedException {
    JsonNode accumulators = get("jobs/" + job + "/accumulators");
    for (JsonNode accumulator : accumulators.path("user-task-accumulators")) {
      if (accumulator.path("name").asText().equals(SortIntake.FINISHED)) {
        return accumulator.path("value").asText();
      }
    }
    return "";
  }

  /** Returns why a job failed the last time; empty if it never did. */
  public String lastFailure(String job) throws IOException, InterruptedException {
    JsonNode last = get("jobs/" + job + "/exceptions").at("/exceptionHistory/entries/0/stacktrace");
    return last.isTextual() ? reason(last.asText()) : "";
  }

  /**
   * Saves a job below a folder in the form that every state backend reads, and ends it.
   *
   * @return where it is saved, as a URI
   * @throws IOException if it can't be saved; the job then goes on
   */
  String stopWithSavepoint(String job, Path savepoints, Duration patience)
      throws IOException, InterruptedException {
    Map<String, Object> wish =
        Map.of(
            "targetDirectory",
            savepoints.toUri().toString(),
            "drain",
            false,
            "formatType",
            "CANONICAL");
    HttpRequest request =
        HttpRequest.newBuilder(root.resolve("jobs/" + job + "/stop"))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(wish)))
            .build();
    long deadline = System.nanoTime() + patience.toNanos();
    String trigger = send(request).path("request-id").asText();
    while (System.nanoTime() < deadline) {
      JsonNode answer = get("jobs/" + job + "/savepoints/" + trigger);
      if (answer.at("/status/id").asText().equals("COMPLETED")) {
        JsonNode operation = answer.path("operation");
        if (operation.has("location")) {
          return operation.path("location").asText();
        }
        String trace = operation.at("/failure-cause/stack-trace").asText();
        if (TOO_EARLY.stream().noneMatch(trace::contains)) {
          throw new IOException("the job must be saved, but: " + reason(trace));
        }
        trigger = send(request).path("request-id").asText();
      }
      Thread.sleep(STEP.toMillis());
    }
    throw new IOException("the job must be saved within " + patience + ", but wasn't");
  }

  /** Returns what a stack trace says last of its causes. */
  private static String reason(String trace) {
    return trace
        .lines()
        .filter(line -> line.startsWith("Caused by:"))
        .reduce((earlier, later) -> later)
        .orElseGet(() -> trace.lines().findFirst().orElse("no reason is known"));
  }

  private static JsonNode send(HttpRequest request) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
      if (response.statusCode() >= 300) {
        throw new IOException(
            "%s must be answered, but the answer was %d"
                .formatted(request.uri(), response.statusCode()));
      }
      return JSON.readTree(response.body());
    }
  }
}
