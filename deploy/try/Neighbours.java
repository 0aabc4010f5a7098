import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** What a unit has beside Vigie: an object store, a broker, a proxy, and a crawler that sends. */
final class Neighbours {
  private final Machine machine;

  Neighbours(Machine machine) {
    this.machine = machine;
  }

  /** Starts S3Proxy, which speaks S3 and keeps files in a folder, with the bucket in it. */
  void startStore() throws Exception {
    Path data = machine.volume("store");
    machine.volume("store/vigie");
    Path settings =
        machine.settings(
            "store",
            "s3proxy.properties",
            """
            s3proxy.endpoint=http://127.0.0.1:9000
            s3proxy.authorization=aws-v2-or-v4
            s3proxy.identity=%1$s
            s3proxy.credential=%2$s
            s3proxy.ignore-unknown-headers=true
            jclouds.provider=filesystem-nio2
            jclouds.filesystem.basedir=/data
            jclouds.identity=%1$s
            jclouds.credential=%2$s
            """
                .formatted(Manifests.USER, Manifests.PASSWORD));
    machine.settings(
        "store",
        "logback.xml",
        """
        <configuration>
          <appender name="out" class="ch.qos.logback.core.ConsoleAppender">
            <encoder><pattern>%d %level %logger{0} %msg%n</pattern></encoder>
          </appender>
          <root level="warn"><appender-ref ref="out"/></root>
        </configuration>
        """);
    List<String> words =
        new ArrayList<>(
            List.of("java", "-Xmx256m", "-Dlogback.configurationFile=/etc/vigie/flink/logback.xml"));
    words.addAll(List.of("-cp", "/opt/store/*", "org.gaul.s3proxy.Main"));
    words.addAll(List.of("--properties", "/etc/vigie/flink/s3proxy.properties"));
    machine.start(part("store", words, Map.of("/data", data, "/etc/vigie/flink", settings)));
    machine.await("the store listens", List.of("store"), () -> isOpen(9000));
  }

  /** Kafka's image makes its settings of such variables: KAFKA_NODE_ID is node.id. */
  void startBroker(Map<String, String> variables) throws Exception {
    StringBuilder text = new StringBuilder();
    variables.forEach((key, value) ->
        text.append(key.substring("KAFKA_".length()).toLowerCase(Locale.ROOT).replace('_', '.'))
            .append('=')
            .append(value.replace("/var/lib/kafka/data", "/data/kafka"))
            .append('\n'));
    Map<String, Path> volumes =
        Map.of(
            "/data",
            machine.volume("kafka"),
            "/etc/vigie/flink",
            machine.settings("kafka", "kafka.properties", text.toString()));
    List<String> java = List.of("java", "-Xmx384m", "-cp", "/opt/broker/*");
    List<String> format = new ArrayList<>(java);
    format.addAll(List.of("kafka.tools.StorageTool", "format", "-t", "dmlnaWUtdHJpZWQtY2x1cw"));
    format.addAll(List.of("-c", "/etc/vigie/flink/kafka.properties"));
    Part kafka = part("kafka", List.of(), volumes);
    if (machine.run(kafka, format.toArray(String[]::new)) != 0) {
      throw machine.failed("Kafka must format its folder, but doesn't", List.of("once"));
    }
    List<String> broker = new ArrayList<>(java);
    broker.addAll(List.of("kafka.Kafka", "/etc/vigie/flink/kafka.properties"));
    machine.start(part("kafka", broker, volumes));
  }

  /** Starts the nginx of the root with the manifest's settings, as its image without root does. */
  void startProxy(Part proxy) throws Exception {
    Path settings =
        machine.settings(
            "nginx",
            "nginx.conf",
            """
            pid /tmp/nginx.pid;
            error_log stderr warn;
            events {}
            http {
              access_log off;
              client_body_temp_path /tmp/body;
              proxy_temp_path /tmp/proxy;
              fastcgi_temp_path /tmp/fastcgi;
              uwsgi_temp_path /tmp/uwsgi;
              scgi_temp_path /tmp/scgi;
              include /etc/nginx/conf.d/*.conf;
            }
            """);
    Map<String, Path> volumes = new java.util.LinkedHashMap<>(proxy.volumes());
    volumes.put("/etc/vigie/flink", settings);
    List<String> words =
        List.of("/usr/sbin/nginx", "-c", "/etc/vigie/flink/nginx.conf", "-g", "daemon off;");
    machine.start(
        new Part("proxy", words, proxy.environment(), volumes, proxy.probe(), proxy.limit()));
  }

  private Part part(String name, List<String> words, Map<String, Path> volumes) {
    return new Part(name, words, Map.of("PATH", "/usr/bin:/bin"), volumes, null, 0);
  }

  static boolean isOpen(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), 1_000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Sends an advert as a crawler of the unit would. */
  void send(String id, String text) throws Exception {
    Properties settings = new Properties();
    settings.put("bootstrap.servers", "kafka:9092");
    for (String part : List.of("key", "value")) {
      settings.put(part + ".serializer", "org.apache.kafka.common.serialization.StringSerializer");
    }
    String advert =
        """
        {"id":"%s","title":"Staff wanted","text":"%s","url":"https://jobs.example.org/%s","site":"jobs.example.org",\
        "channel":"job-board","posted":"2026-01-05T09:00:00Z","lang":"en"}\
        """
            .formatted(id, text, id);
    try (KafkaProducer<String, String> producer = new KafkaProducer<>(settings)) {
      producer.send(new ProducerRecord<>("adverts", advert)).get();
    }
    machine.say("sent the advert " + id);
  }
}
