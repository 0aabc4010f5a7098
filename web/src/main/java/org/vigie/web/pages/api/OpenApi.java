package org.vigie.web.pages.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.casework.submission.Submissions;
import org.vigie.web.Answer;

/**
 * The description of the addresses for programs, made from the table of addresses and from the
 * records that they answer with, so that it can't tell of anything else.
 *
 * @see <a href="https://spec.openapis.org/oas/v3.1.0">OpenAPI 3.1.0</a>
 */
final class OpenApi {
  private static final Pattern IN_PATH = Pattern.compile("\\{([^}]+)\\}");

  private static final List<String> REFUSED =
      List.of("400", "401", "403", "404", "409", "422", "429");

  private static final List<String> REFUSED_FILES =
      List.of("400", "401", "403", "408", "413", "429");

  /** The file itself, without a form around it. */
  private static final Map<String, Object> FILE =
      Map.of(
          "required",
          true,
          "description",
          "Lines of advert-v1, or any file that run --input reads; at most %d bytes"
              .formatted(Submissions.MOST_BYTES),
          "content",
          Map.of("application/x-ndjson", Map.of(), "application/octet-stream", Map.of()));

  private final Map<String, Object> schemas = new TreeMap<>();
  private final Map<String, Class<?>> named = new HashMap<>();

  private OpenApi() {}

  /** Returns the description as a value that becomes JSON. */
  static Map<String, Object> of(List<ApiRoute> routes) {
    OpenApi api = new OpenApi();
    Map<String, Map<String, Object>> paths = new LinkedHashMap<>();
    for (ApiRoute route : routes) {
      paths
          .computeIfAbsent(route.route().path(), path -> new LinkedHashMap<>())
          .put(route.route().method().name().toLowerCase(Locale.ROOT), api.operation(route));
    }
    api.schema(Answer.Json.Problem.class);
    Map<String, Object> description = new LinkedHashMap<>();
    description.put("openapi", "3.1.0");
    description.put(
        "info",
        Map.of(
            "title",
            "Vigie",
            "version",
            "1",
            "description",
            "What the analysts' console shows, for programs, and a way in for adverts. Clues to"
                + " look at, never verdicts."));
    description.put("security", List.of(Map.of("token", List.of())));
    description.put("paths", paths);
    description.put(
        "components",
        Map.of(
            "securitySchemes",
            Map.of("token", Map.of("type", "http", "scheme", "bearer")),
            "schemas",
            api.schemas));
    return description;
  }

  private Map<String, Object> operation(ApiRoute route) {
    List<Object> parameters = new ArrayList<>();
    IN_PATH
        .matcher(route.route().path())
        .results()
        .map((MatchResult found) -> found.group(1))
        .forEach(name -> parameters.add(parameter(name, "path", "Id", false, true)));
    if (!route.route().isAskedByBody()) {
      route
          .parameters()
          .forEach(asked ->
              parameters.add(
                  parameter(asked.name(), "query", asked.meaning(), asked.number(), false)));
    }
    Map<String, Object> responses = new LinkedHashMap<>();
    responses.put(
        route.takes() ? "202" : "200",
        Map.of("description", route.takes() ? "Taken in" : "Found", "content", content(route)));
    for (String status : route.takes() ? REFUSED_FILES : REFUSED) {
      responses.put(
          status,
          Map.of(
              "description",
              "Refused",
              "content",
              Map.of("application/json", Map.of("schema", ref("Problem")))));
    }
    Map<String, Object> operation = new LinkedHashMap<>();
    String id = operationId(route.route().path());
    operation.put(
        "operationId",
        route.takes() ? id + "-take" : route.route().isAskedByBody() ? id + "-ask" : id);
    operation.put("summary", route.summary());
    operation.put("description", "Needs the scope " + route.scope().label() + ".");
    operation.put("parameters", parameters);
    if (route.takes()) {
      operation.put("requestBody", FILE);
    }
    if (route.route().isAskedByBody()) {
      operation.put("requestBody", form(route.parameters()));
    }
    operation.put("responses", responses);
    return operation;
  }

  private static Map<String, Object> form(List<ApiRoute.Parameter> fields) {
    Map<String, Object> properties = new LinkedHashMap<>();
    fields.forEach(field ->
        properties.put(
            field.name(), Map.of("type", type(field.number()), "description", field.meaning())));
    return Map.of(
        "description",
        "What is asked for, out of addresses and so out of the logs that keep these",
        "content",
        Map.of(
            "application/x-www-form-urlencoded",
            Map.of("schema", Map.of("type", "object", "properties", properties))));
  }

  private static String type(boolean number) {
    return number ? "integer" : "string";
  }

  /** Returns a name for programs that are made from the description: {@code clusters-id-map}. */
  private static String operationId(String path) {
    return path.substring(ApiRoute.ROOT.length() + 1).replaceAll("[{}]", "").replace('/', '-');
  }

  private Map<String, Object> content(ApiRoute route) {
    Object one = schema(route.answer());
    return route.many()
        ? Map.of("application/x-ndjson", Map.of("schema", one))
        : Map.of("application/json", Map.of("schema", one));
  }

  private static Map<String, Object> parameter(
      String name, String in, String meaning, boolean number, boolean required) {
    return Map.of(
        "name", name,
        "in", in,
        "description", meaning,
        "required", required,
        "schema", Map.of("type", type(number)));
  }

  /** Returns the schema of a type of ours, of the JDK or of a collection of these. */
  private Object schema(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      return Map.class.isAssignableFrom((Class<?>) generic.getRawType())
          ? Map.of("type", "object", "additionalProperties", schema(arguments[1]))
          : Map.of("type", "array", "items", schema(arguments[0]));
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isRecord()) {
      return record(plain);
    }
    if (plain.isEnum()) {
      return Map.of(
          "type",
          "string",
          "enum",
          Arrays.stream(plain.getEnumConstants()).map(value -> ((Enum<?>) value).name()).toList());
    }
    if (CharSequence.class.isAssignableFrom(plain)) {
      return Map.of("type", "string");
    }
    if (plain == Instant.class) {
      return Map.of("type", "string", "format", "date-time");
    }
    if (plain == boolean.class || plain == Boolean.class) {
      return Map.of("type", "boolean");
    }
    if (plain == double.class || plain == Double.class) {
      return Map.of("type", "number");
    }
    if (plain == int.class
        || plain == long.class
        || plain == Integer.class
        || plain == Long.class) {
      return Map.of("type", "integer");
    }
    if (Collection.class.isAssignableFrom(plain)) {
      return Map.of("type", "array");
    }
    return Map.of();
  }

  private Object record(Class<?> type) {
    Class<?> before = named.putIfAbsent(type.getSimpleName(), type);
    if (before != null && before != type) {
      throw new IllegalStateException(
          "records that programs read must have different names, but %s and %s have not"
              .formatted(before.getName(), type.getName()));
    }
    if (!schemas.containsKey(type.getSimpleName())) {
      schemas.put(type.getSimpleName(), Map.of());
      Map<String, Object> properties = new LinkedHashMap<>();
      List<String> required = new ArrayList<>();
      for (RecordComponent component : components(type)) {
        Object schema = schema(component.getGenericType());
        boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        properties.put(
            name(component),
            nullable ? Map.of("anyOf", List.of(schema, Map.of("type", "null"))) : schema);
        required.add(name(component));
      }
      schemas.put(
          type.getSimpleName(),
          Map.of(
              "type",
              "object",
              "properties",
              properties,
              "required",
              required,
              "additionalProperties",
              false));
    }
    return ref(type.getSimpleName());
  }

  /** Returns what JSON shows of a record: its components, and those of unwrapped ones. */
  private static List<RecordComponent> components(Class<?> type) {
    List<RecordComponent> components = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
        components.addAll(components(component.getType()));
      } else {
        components.add(component);
      }
    }
    return components;
  }

  private static String name(RecordComponent component) {
    JsonProperty other = component.getAccessor().getAnnotation(JsonProperty.class);
    return other == null ? component.getName() : other.value();
  }

  private static Map<String, Object> ref(String name) {
    return Map.of("$ref", "#/components/schemas/" + name);
  }
}
