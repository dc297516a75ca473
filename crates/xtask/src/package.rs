//! A Debian package, put together in a folder that looks like the system it is installed on.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::apt::{self, Need};
use crate::cache::remove_folder;
use crate::job::Job;
use crate::programs;
use crate::project::Project;
use crate::site::files_below;

const FILE: u32 = 0o644;
const PROGRAM: u32 = 0o755;
const FOLDER: u32 = 0o755;
/// What dpkg runs around installing and removing.
const SCRIPTS: [&str; 3] = ["postinst", "prerm", "postrm"];

/// Installs what making packages needs.
pub fn ensure_tools(project: &Project) -> Result<()> {
    apt::ensure(project, &[Need::new("dpkg-dev", || programs::find(&["dpkg-shlibdeps"]).is_some())])
}

/// A package that is being put together.
pub struct Package<'a> {
    project: &'a Project,
    name: &'static str,
    architecture: String,
    staging: PathBuf,
    programs: Vec<PathBuf>,
}

impl<'a> Package<'a> {
    /// Starts an empty one. Its own files are in `assets/packaging/NAME`.
    pub fn start(project: &'a Project, name: &'static str) -> Result<Self> {
        let staging = folder(project).join(name);
        remove_folder(&staging)?;
        let architecture =
            programs::answer("dpkg", &["--print-architecture"]).context("dpkg does not tell the architecture")?;
        let package = Self { project, name, architecture, staging, programs: Vec::new() };
        let licence = package.project.root.join("assets/packaging/copyright");
        package.add(&licence, &format!("usr/share/doc/{name}/copyright"))?;
        Ok(package)
    }

    /// Adds a program as `/usr/bin/NAME`. What it is linked with becomes what the package depends on.
    pub fn add_program(&mut self, program: &Path) -> Result<()> {
        let name = program.file_name().context("a program has a name")?;
        self.put(program, &self.staging.join("usr/bin").join(name), PROGRAM)?;
        self.programs.push(program.to_owned());
        Ok(())
    }

    /// Adds a file, `at` a path without the slash in front.
    pub fn add(&self, file: &Path, at: &str) -> Result<()> {
        self.put(file, &self.staging.join(at), FILE)
    }

    /// Adds one of the package's own files.
    pub fn add_own(&self, name: &str, at: &str) -> Result<()> {
        self.add(&self.own(name), at)
    }

    /// Adds all that is below `folder`.
    pub fn add_folder(&self, folder: &Path, at: &str) -> Result<()> {
        for file in files_below(folder)? {
            self.put(&file, &self.staging.join(at).join(file.strip_prefix(folder)?), FILE)?;
        }
        Ok(())
    }

    /// Makes the package. Returns its file.
    pub fn build(self) -> Result<PathBuf> {
        let installed = files_below(&self.staging)?;
        let control = self.control(&installed)?;
        self.write("control", &control)?;
        self.write("md5sums", &self.sums(&installed)?)?;
        for script in SCRIPTS.iter().map(|name| (name, self.own(name))).filter(|(_, script)| script.is_file()) {
            self.put(&script.1, &self.staging.join("DEBIAN").join(script.0), PROGRAM)?;
        }
        open_folders(&self.staging)?;
        let name = format!("{}_{}_{}.deb", self.name, self.project.version, self.architecture);
        let file = folder(self.project).join(name);
        let mut command = Command::new("dpkg-deb");
        command.args(["--root-owner-group", "--build"]).arg(&self.staging).arg(&file);
        Job::new(self.project, format!("package-{}", self.name), command).run()?;
        remove_folder(&self.staging)?;
        Ok(file)
    }

    fn own(&self, name: &str) -> PathBuf {
        self.project.root.join("assets/packaging").join(self.name).join(name)
    }

    fn put(&self, source: &Path, target: &Path, mode: u32) -> Result<()> {
        let what = || format!("cannot put {} into {}", source.display(), target.display());
        fs::create_dir_all(target.parent().with_context(what)?).with_context(what)?;
        fs::copy(source, target).with_context(what)?;
        fs::set_permissions(target, Permissions::from_mode(mode)).with_context(what)
    }

    /// Writes one of the files that tell dpkg about the package.
    fn write(&self, name: &str, content: &str) -> Result<()> {
        let folder = self.staging.join("DEBIAN");
        fs::create_dir_all(&folder)?;
        fs::write(folder.join(name), content).with_context(|| format!("cannot write {name}"))?;
        Ok(fs::set_permissions(folder.join(name), Permissions::from_mode(FILE))?)
    }

    fn control(&self, installed: &[PathBuf]) -> Result<String> {
        let template = self.own("control");
        let mut bytes = 0;
        for file in installed {
            bytes += fs::metadata(file)?.len();
        }
        let text = fs::read_to_string(&template).with_context(|| format!("cannot read {}", template.display()))?;
        let values = [
            ("@VERSION@", self.project.version.clone()),
            ("@ARCHITECTURE@", self.architecture.clone()),
            ("@SIZE@", bytes.div_ceil(1024).to_string()),
            ("@LIBRARIES@", self.libraries()?),
        ];
        Ok(values.iter().fold(text, |text, (place, value)| text.replace(place, value)))
    }

    /// The packages that hold the libraries which the programs are linked with, each with the oldest version that has
    /// what they call.
    fn libraries(&self) -> Result<String> {
        // The tool works only beside a source package's description.
        let seed = folder(self.project).join("shlibdeps");
        fs::create_dir_all(seed.join("debian"))?;
        fs::write(
            seed.join("debian/control"),
            format!("Source: perfil\n\nPackage: {}\nArchitecture: any\n", self.name),
        )?;
        let mut command = Command::new("dpkg-shlibdeps");
        command.arg("-O").args(&self.programs).current_dir(&seed);
        let output = Job::new(self.project, format!("libraries-{}", self.name), command).run()?;
        remove_folder(&seed)?;
        depends(&output).with_context(|| format!("dpkg-shlibdeps does not tell what {} depends on", self.name))
    }

    /// What `dpkg --verify` compares.
    fn sums(&self, installed: &[PathBuf]) -> Result<String> {
        let mut command = Command::new("md5sum");
        for file in installed {
            command.arg(file.strip_prefix(&self.staging)?);
        }
        let output = command.current_dir(&self.staging).output().context("cannot start md5sum")?;
        ensure!(output.status.success(), "md5sum failed: {}", String::from_utf8_lossy(&output.stderr));
        Ok(String::from_utf8(output.stdout)?)
    }
}

/// Where the packages are.
pub fn folder(project: &Project) -> PathBuf {
    project.target.join("bundle")
}

fn depends(output: &str) -> Option<String> {
    let list = output.lines().find_map(|line| line.strip_prefix("shlibs:Depends="))?.trim();
    (!list.is_empty()).then(|| list.to_owned())
}

/// Lets everybody enter the folders, whatever the builder's umask is.
fn open_folders(folder: &Path) -> Result<()> {
    fs::set_permissions(folder, Permissions::from_mode(FOLDER))?;
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            open_folders(&path)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::depends;

    #[test]
    fn libraries_are_read_from_what_the_tool_says() {
        let output =
            "$ \"dpkg-shlibdeps\"\ndpkg-shlibdeps: warning: x\nshlibs:Depends=libc6 (>= 2.34), libgcc-s1 (>= 4.2)\n";
        assert_eq!(depends(output).as_deref(), Some("libc6 (>= 2.34), libgcc-s1 (>= 4.2)"));
        assert_eq!(depends("shlibs:Depends=\n"), None);
    }
}
