package org.braindyn.scans;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.StandardOpenOption;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The files of this machine through a provider that counts how often each is opened to be read, and
 * that fails the first times, as a network's might.
 */
final class CountedFiles extends FileSystemProvider {
  private final Map<String, Integer> opened = new TreeMap<>();
  private final Underneath system = new Underneath();
  private int failing;

  /**
   * @param failing how many opens of scans fail before one works
   */
  CountedFiles(int failing) {
    this.failing = failing;
  }

  /** Times that a file was opened to be read, by its name. */
  synchronized int opened(String name) {
    return opened.getOrDefault(name, 0);
  }

  /** The same path through this provider. */
  Path of(Path real) {
    InvocationHandler handler =
        (proxy, method, given) -> {
          switch (method.getName()) {
            case "getFileSystem":
              return system;
            case "hashCode":
              return real.hashCode();
            case "toString":
              return real.toString();
            case "equals":
              return given[0] instanceof Path p && real(p).equals(real);
            case "toFile":
              throw new UnsupportedOperationException("not a file of this machine");
            default:
              Object[] args = given == null ? new Object[0] : given.clone();
              for (int i = 0; i < args.length; i++) {
                args[i] = args[i] instanceof Path p ? real(p) : args[i];
              }
              try {
                Object result = method.invoke(real, args);
                return result instanceof Path p ? of(p) : result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
          }
        };
    return (Path)
        Proxy.newProxyInstance(
            CountedFiles.class.getClassLoader(),
            new Class<?>[] {Path.class, Real.class},
            wrap(real, handler));
  }

  /** What a path stands for. */
  interface Real {
    Path braindynReal();
  }

  private static InvocationHandler wrap(Path real, InvocationHandler handler) {
    return (proxy, method, args) ->
        method.getName().equals("braindynReal") ? real : handler.invoke(proxy, method, args);
  }

  private static Path real(Path path) {
    return path instanceof Real p ? p.braindynReal() : path;
  }

  private synchronized void open(Path path, Set<? extends OpenOption> options) throws IOException {
    boolean reads =
        !options.contains(StandardOpenOption.WRITE) && !options.contains(StandardOpenOption.APPEND);
    String name = path.getFileName().toString();
    if (reads) {
      opened.merge(name, 1, Integer::sum);
      if (name.contains("bold") && name.contains(".nii") && failing > 0) {
        failing--;
        throw new IOException("connection reset by peer");
      }
    }
  }

  @Override
  public String getScheme() {
    return "counted";
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    open(path, options);
    return Files.newByteChannel(real(path), options, attributes);
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(
      Path dir, DirectoryStream.Filter<? super Path> filter) throws IOException {
    List<Path> all = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(real(dir))) {
      for (Path p : stream) {
        if (filter.accept(of(p))) {
          all.add(of(p));
        }
      }
    }
    return new DirectoryStream<>() {
      @Override
      public Iterator<Path> iterator() {
        return all.iterator();
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public void createDirectory(Path dir, FileAttribute<?>... attributes) throws IOException {
    Files.createDirectory(real(dir), attributes);
  }

  @Override
  public void delete(Path path) throws IOException {
    Files.delete(real(path));
  }

  @Override
  public void copy(Path source, Path target, CopyOption... options) throws IOException {
    Files.copy(real(source), real(target), options);
  }

  @Override
  public void move(Path source, Path target, CopyOption... options) throws IOException {
    Files.move(real(source), real(target), options);
  }

  @Override
  public boolean isSameFile(Path path, Path other) throws IOException {
    return Files.isSameFile(real(path), real(other));
  }

  @Override
  public boolean isHidden(Path path) throws IOException {
    return Files.isHidden(real(path));
  }

  @Override
  public FileStore getFileStore(Path path) throws IOException {
    return Files.getFileStore(real(path));
  }

  @Override
  public void checkAccess(Path path, AccessMode... modes) throws IOException {
    real(path).getFileSystem().provider().checkAccess(real(path), modes);
  }

  @Override
  public <V extends FileAttributeView> V getFileAttributeView(
      Path path, Class<V> type, LinkOption... options) {
    return Files.getFileAttributeView(real(path), type, options);
  }

  @Override
  public <A extends BasicFileAttributes> A readAttributes(
      Path path, Class<A> type, LinkOption... options) throws IOException {
    return Files.readAttributes(real(path), type, options);
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String names, LinkOption... options)
      throws IOException {
    return Files.readAttributes(real(path), names, options);
  }

  @Override
  public void setAttribute(Path path, String name, Object value, LinkOption... options)
      throws IOException {
    Files.setAttribute(real(path), name, value, options);
  }

  @Override
  public FileSystem newFileSystem(URI uri, Map<String, ?> settings) {
    return system;
  }

  @Override
  public FileSystem getFileSystem(URI uri) {
    return system;
  }

  @Override
  public Path getPath(URI uri) {
    return of(Path.of(uri.getPath()));
  }

  /** The file system of this machine, under the provider. */
  private final class Underneath extends FileSystem {
    private final FileSystem real = FileSystems.getDefault();

    @Override
    public FileSystemProvider provider() {
      return CountedFiles.this;
    }

    @Override
    public void close() {}

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public boolean isReadOnly() {
      return false;
    }

    @Override
    public String getSeparator() {
      return real.getSeparator();
    }

    @Override
    public Iterable<Path> getRootDirectories() {
      return real.getRootDirectories();
    }

    @Override
    public Iterable<FileStore> getFileStores() {
      return real.getFileStores();
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
      return real.supportedFileAttributeViews();
    }

    @Override
    public Path getPath(String first, String... more) {
      return of(real.getPath(first, more));
    }

    @Override
    public PathMatcher getPathMatcher(String syntax) {
      return path -> real.getPathMatcher(syntax).matches(CountedFiles.real(path));
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
      return real.getUserPrincipalLookupService();
    }

    @Override
    public WatchService newWatchService() throws IOException {
      return real.newWatchService();
    }
  }
}
