import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A container as a manifest describes it.
 *
 * @param words its command, whole
 * @param environment what the image and the manifest set
 * @param volumes folder in the container → folder on this machine
 * @param probe how the manifest sees that it is there; null if it doesn't
 * @param limit bytes of memory that it may use; 0 if the manifest names none
 */
record Part(
    String name,
    List<String> words,
    Map<String, String> environment,
    Map<String, Path> volumes,
    Probe probe,
    long limit) {
  /** A question whose answer is 200, or, without a path, a port that is open. */
  record Probe(String scheme, int port, String path, List<String> words) {}
}
