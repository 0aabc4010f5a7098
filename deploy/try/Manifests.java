import java.util.List;
import java.util.Map;

/** What the files of one way to deploy say of its containers. */
interface Manifests {
  /** The keys of the store that the trial hands out. */
  String USER = "unit";

  String PASSWORD = "invented-secret";

  /** Returns a container by its name. */
  Part part(String name) throws Exception;

  /** Returns settings of the broker, as its image reads them from variables. */
  Map<String, String> broker() throws Exception;

  /** Returns the names of TaskManagers, as many as are to be there. */
  List<String> taskManagers() throws Exception;

  /** Returns where people reach the pages. */
  Pages pages(List<String> log) throws Exception;
}
