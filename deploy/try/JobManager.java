import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** What the JobManager tells of its one job, on the port that Compose opens on this machine. */
final class JobManager {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();

  /** Returns whether all parts of the job run. */
  boolean runs() throws Exception {
    JsonNode job = job();
    int running = job.at("/tasks/running").asInt();
    return job.path("state").asText().equals("RUNNING")
        && running > 0
        && running == job.at("/tasks/total").asInt();
  }

  long completedCheckpoints() throws Exception {
    return checkpoints().at("/counts/completed").asLong();
  }

  /** Returns how often the job was taken up from a checkpoint since this JobManager started. */
  long restored() throws Exception {
    return checkpoints().at("/counts/restored").asLong();
  }

  private JsonNode checkpoints() throws Exception {
    return get("/jobs/" + job().path("jid").asText("none") + "/checkpoints");
  }

  private JsonNode job() throws Exception {
    return get("/jobs/overview").path("jobs").path(0);
  }

  /** Returns what it answers; nothing as long as it can't. */
  private JsonNode get(String path) throws InterruptedException {
    HttpRequest ask =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:8081" + path))
            .timeout(Duration.ofSeconds(20))
            .build();
    try {
      HttpResponse<String> answer = http.send(ask, HttpResponse.BodyHandlers.ofString());
      return answer.statusCode() == 200 ? JSON.readTree(answer.body()) : JSON.createObjectNode();
    } catch (IOException e) {
      return JSON.createObjectNode();
    }
  }
}
